# SPDX-License-Identifier: Apache-2.0
"""Files made to break what reads captures: each ends in a named state, and none of them in a guess."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from tests.e2e.program import EPOCH, Json, run
from tests.makers.captures.mails import GRANTED, NOTICE, mail, mailbox
from tests.makers.captures.pages import linkedin_switch, plain, single_file
from tests.unit.captures.drawn import GREEN, Page
from tests.unit.captures.test_picture import claiming, encoded

LINKEDIN = "linkedin/generative-ai-improvement"
LABEL = "Use my data for training content creation AI models"

# What fills the position only after the page has opened.
BY_SCRIPT = plain(
    f"<div id=row><label for=a>{LABEL}</label><div id=a role=switch></div></div>"
    "<script>document.getElementById('a').setAttribute('aria-checked', 'true')</script>"
)
BROKEN_BOUNDARY = (
    b"From: LinkedIn <a@linkedin.com>\r\nTo: ada@example.com\r\nSubject: Updates\r\n"
    b"Date: Tue, 27 May 2025 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="one"\r\n\r\n--two\r\nContent-Type: text/plain\r\n\r\n'
    + NOTICE.encode()
    + b"\r\n--one--two--\r\n--one\r\n"
)


def drawn(width: int = 760, height: int = 240) -> Page:
    """A page whose switch is on, so that whatever is read of it can be told from nothing."""
    page = Page(width, height)
    page.text(32, 24, "LinkedIn", 26)
    page.text(32, 92, LABEL, 20)
    page.slide(676, 94, 1.0, GREEN)
    return page


def bomb(path: Path) -> None:
    path.write_bytes(claiming(60_000, 60_000))


def zip_called_picture(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Profile.csv", "First Name\n")


def animated(path: Path) -> None:
    frames = [drawn().image, Image.new("RGB", (760, 240), "red")]
    frames[0].save(path, "PNG", save_all=True, append_images=frames[1:])


def cmyk(path: Path) -> None:
    path.write_bytes(encoded(drawn().image.convert("CMYK"), "JPEG", quality=95))


def malformed_notes(path: Path) -> None:
    path.write_bytes(encoded(drawn().image, "JPEG", quality=95, exif=b"Exif\0\0II*\0\xff\xff\xff\xff"))


def sixty_thousand_rows(path: Path) -> None:
    whole = Image.new("RGB", (1200, 60_000), "white")
    page = drawn(1200, 600)
    whole.paste(page.image, (0, 59_000))
    whole.save(path, "PNG", compress_level=1)


def half_a_gigabyte(path: Path) -> None:
    """A page of 500 MB: its switch stands at the beginning, and what follows is a hole in the file."""
    with path.open("wb") as file:
        file.write(single_file(linkedin_switch("on")).encode())
        file.truncate(500 << 20)


def by_script(path: Path) -> None:
    path.write_text(BY_SCRIPT, "utf-8")


def broken_boundaries(path: Path) -> None:
    path.write_bytes(mailbox(BROKEN_BOUNDARY) + b"\n\nFrom nobody\nno head: at all\n\0\xff")


def without_separators(path: Path) -> None:
    sent = mail("LinkedIn <a@linkedin.com>", "Updates", NOTICE)
    path.write_bytes(b"From - Tue May 27 10:00:00 2025\r\n" + sent * 3 + b"\r\nFrom \r\n" + sent)


def nested_mail(path: Path) -> None:
    """A granted objection, and between two of them a mail with more parts in parts than anything follows."""
    granted = mail("Facebook <a@facebookmail.com>", "Your objection", GRANTED)
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (one, one) for one in range(3000)
    )
    nested = b"From: LinkedIn <a@linkedin.com>\r\nSubject: Updates\r\nMIME-Version: 1.0\r\n" + parts
    path.write_bytes(mailbox(granted, nested, granted))


def nested_page(path: Path) -> None:
    """A page whose switch is followed by a million elements, each in the one before."""
    path.write_text(single_file(linkedin_switch("on")) + "<div>" * 1_000_000, "utf-8")


def gif(path: Path) -> None:
    drawn().image.save(path, "GIF")


MADE: Final[dict[str, Callable[[Path], None]]] = {
    "bomb.png": bomb,
    "zip.png": zip_called_picture,
    "animated.png": animated,
    "cmyk.jpg": cmyk,
    "notes.jpg": malformed_notes,
    "long.png": sixty_thousand_rows,
    "large.html": half_a_gigabyte,
    "script.html": by_script,
    "boundaries.mbox": broken_boundaries,
    "separators.mbox": without_separators,
    "nested.mbox": nested_mail,
    "nested.html": nested_page,
    "drawn.gif": gif,
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Json]:
    """What one worker says of all of them, one after the other."""
    folder = tmp_path_factory.mktemp("bad")
    for name, make in MADE.items():
        make(folder / name)
        os.utime(folder / name, (int(EPOCH) - 3600,) * 2)
    done = run("read", *(folder / name for name in MADE), "--json", "-")
    assert done.returncode == 3, done.stderr
    return {one["file"]: one for one in json.loads(done.stdout)["captures"]}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("bomb.png", "more pixels"),
        ("zip.png", "its content is none"),
        ("drawn.gif", "a picture of a kind that this program does not read"),
    ],
)
def test_what_is_no_picture_is_refused_and_says_why(name: str, says: str, found: dict[str, Json]) -> None:
    assert (found[name]["status"], found[name]["state"]) == ("refused", "unknown")
    assert says in found[name]["reason"]


def test_an_animation_is_asked_whatever_its_first_picture_shows(found: dict[str, Json]) -> None:
    one = found["animated.png"]
    assert (one["control"], one["asked"]) == (LINKEDIN, True)
    assert "several pictures" in one["reason"]


@pytest.mark.parametrize("name", ["cmyk.jpg", "notes.jpg"])
def test_an_unusual_but_sound_picture_is_read(name: str, found: dict[str, Json]) -> None:
    one = found[name]
    assert (one["status"], one["control"]) == ("read", LINKEDIN)
    assert (one["state"], one["asked"]) in (("on", False), ("unknown", True))


@pytest.mark.skipif(sys.platform == "darwin", reason="memory is held by other means there")
def test_60000_rows_fit_into_the_memory_of_the_reader(found: dict[str, Json]) -> None:
    one = found["long.png"]
    assert (one["status"], one["control"], one["state"]) == ("read", LINKEDIN, "on")
    assert one["box"]["label"][1] > 59_000


def test_a_page_of_half_a_gigabyte_is_read_in_part_and_asked(found: dict[str, Json]) -> None:
    one = found["large.html"]
    assert (one["status"], one["asked"]) == ("partial", True)
    assert "only its beginning was read" in one["reason"]


def test_a_position_that_a_script_fills_in_is_asked(found: dict[str, Json]) -> None:
    one = found["script.html"]
    assert (one["control"], one["state"], one["asked"]) == (LINKEDIN, "unknown", True)


@pytest.mark.parametrize("name", ["boundaries.mbox", "separators.mbox"])
def test_a_mailbox_with_broken_boundaries_states_no_switch(name: str, found: dict[str, Json]) -> None:
    one = found[name]
    assert (one["kind"], one["state"], one["asked"]) == ("mail", "unknown", True)
    assert one["status"] in ("read", "partial")


def test_a_mail_that_cannot_be_read_costs_no_other(found: dict[str, Json]) -> None:
    one = found["nested.mbox"]
    assert (one["status"], one["control"]) == ("partial", "facebook/ai-objection")
    assert "one message cannot be read" in one["reason"]


def test_a_page_deeper_than_any_is_read_as_far_as_it_can_be(found: dict[str, Json]) -> None:
    one = found["nested.html"]
    assert (one["status"], one["control"], one["asked"]) == ("partial", LINKEDIN, True)


def test_what_reads_them_is_still_whole(found: dict[str, Json]) -> None:
    assert not [one for one in found.values() if one["reason"] and "reader stopped" in one["reason"]]
    assert len(found) == len(MADE)
