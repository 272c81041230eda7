# SPDX-License-Identifier: Apache-2.0
"""Calendar files: lines that every calendar reads, the same bytes each time."""

from __future__ import annotations

from datetime import UTC, date, datetime

from inspector.actions.action import Sent
from inspector.actions.appointments import Appointment, appointments, calendar_file
from inspector.system.messages import Messages
from tests.unit.actions.members import NOW, lived, read, to_do

WRITTEN = datetime(2026, 11, 21, 9, 15, tzinfo=UTC)


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def one(title: str = "Look again", text: str = "", url: str | None = None) -> bytes:
    return calendar_file([Appointment("linkedin.recheck.x", date(2027, 2, 21), title, text, url)], WRITTEN)


def test_an_appointment_is_a_whole_day_with_a_lasting_name() -> None:
    assert unfolded(one(url="https://example.com/a;b")) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Privacy Settings Inspector//Checklist//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:linkedin.recheck.x@privacy-settings-inspector.invalid",
        "DTSTAMP:20261121T091500Z",
        "DTSTART;VALUE=DATE:20270221",
        "SUMMARY:Look again",
        "URL:https://example.com/a;b",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_every_line_ends_in_crlf_and_has_at_most_75_octets() -> None:
    data = one(title="Prüfen „Daten zur Verbesserung generativer KI“ 生成式AI改进 " * 6)
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) > 70
    # Every line decodes on its own: none is cut inside a character.
    assert "".join(line.decode().removeprefix(" ") for line in lines) == "".join(unfolded(data))
    assert any("生成式AI改进 Prüfen" in line for line in unfolded(data))


def test_text_is_escaped_and_holds_no_control_characters() -> None:
    data = one(title="a\\b; c, d", text="first\r\nsecond\nthird\x07\x1b[0m")
    assert "SUMMARY:a\\\\b\\; c\\, d" in unfolded(data)
    assert "DESCRIPTION:first\\nsecond\\nthird[0m" in unfolded(data)


def test_no_line_can_be_smuggled_in() -> None:
    data = one(title="x\r\nEND:VEVENT", url="https://example.com/\r\nATTACH:file")
    assert [line for line in unfolded(data) if line.startswith(("END:VEVENT", "ATTACH"))] == ["END:VEVENT"]


def test_open_actions_with_a_day_become_appointments_in_order() -> None:
    sent = Sent("linkedin.request.setting-history", date(2026, 11, 2), received=date(2026, 11, 5))
    actions = to_do(lived("DE"), sent=[sent])
    found = appointments(actions.values(), Messages())
    assert [(one.id, one.day) for one in found] == [
        ("linkedin.request.setting-history", date(2026, 12, 5)),
        ("linkedin.recheck.generative-ai-improvement", date(2027, 2, 21)),
    ]
    assert found[0].text.splitlines()[-1] == (
        "If you are told of a longer time before the first one ends, the answer is due by 5 February 2027."
    )


def test_an_answered_letter_is_no_appointment() -> None:
    sent = Sent(
        "linkedin.request.setting-history",
        date(2026, 11, 2),
        received=date(2026, 11, 5),
        answered=date(2026, 11, 20),
    )
    found = appointments(to_do(lived("DE"), sent=[sent]).values(), Messages())
    assert [one.id for one in found] == ["linkedin.recheck.generative-ai-improvement"]


def test_the_same_actions_give_the_same_bytes() -> None:
    def written() -> bytes:
        actions = to_do(lived("GB"), [read("off", "2026-02-01")])
        return calendar_file(appointments(actions.values(), Messages()), NOW)

    assert written() == written()
