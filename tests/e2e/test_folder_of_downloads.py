# SPDX-License-Identifier: Apache-2.0
"""A folder with archives of 12 services and 20 captures is sorted and answered in one go."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.e2e.answers import finding
from tests.e2e.program import EPOCH, ROOT, Json
from tests.makers.captures.mails import GRANTED, NOTICE, mail
from tests.makers.captures.pages import (
    CLAUDE_URL,
    chatgpt_settings,
    claude_account,
    github_form,
    linkedin_switch,
    mhtml,
    plain,
    saved_from,
    single_file,
)
from tests.makers.every import exports
from tests.makers.pictures import picture
from tests.unit.captures.drawn import GREY, Page

ARCHIVES = (
    "chatgpt-2026", "claude-2026", "github-2026", "grok-2026", "google-json-renamed", "facebook-2026",
    "instagram-2025", "x-2026", "snapchat-2024", "tiktok-2026", "reddit-2024", "linkedin-2026-all-columns",
)  # fmt: skip
LINKEDIN = "linkedin/generative-ai-improvement"
READING_MB, CAPTURES_MB = 200, 1100
_NAMES = {"read": READING_MB, "capture": CAPTURES_MB}


def _shot(folder: Path, number: int) -> Path:
    """A picture of LinkedIn's switch, off on a day of January 2026, with much else to read on it."""
    page = Page(900, 700)
    page.text(40, 40, "Use my data for training content creation AI models", 24)
    page.slide(800, 40, 0.0, GREY)
    for line in range(8):
        page.text(
            40, 140 + 60 * line, f"LinkedIn and its affiliates may use this for purpose {number}{line}.", 18
        )
    path = folder / f"Screenshot_2026011{number}-093015.png"
    page.image.save(path)
    return path


def _captures(folder: Path) -> tuple[list[Path], list[str]]:
    """Twenty captures, and what the person answers to each: confirmed, or said to show something."""
    shots = [_shot(folder, number) for number in range(4)]
    pages: dict[str, str | bytes] = {
        "linkedin.html": single_file(linkedin_switch("off", "Off")),
        "linkedin-saved.html": saved_from(linkedin_switch("off", "Off")),
        "linkedin.mhtml": mhtml(linkedin_switch("off", "Off")),
        "github.html": plain(github_form("disabled")),
        "account.json": claude_account(enabled=False),
        "settings.json": chatgpt_settings(allowed=False),
        "claude.html": single_file(
            "<div><label for=a>Help improve Claude</label><input id=a type=checkbox role=switch"
            " aria-checked=false></div>",
            CLAUDE_URL,
        ),
        "objection.eml": mail("Facebook <a@facebookmail.com>", "Your objection", GRANTED),
    }
    notices = {
        f"notice-{number}.eml": mail("LinkedIn <a@linkedin.com>", f"Updates {number}", NOTICE)
        for number in range(2)
    }
    for name, data in (pages | notices).items():
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    told = [("--confirm", f"{path}=yes") for path in (*shots, *(folder / name for name in pages))]
    for number in range(6):
        (folder / f"picture-{number}.png").write_bytes(picture(number))
        shown = f"x/grok-training=off@2026-02-0{number + 1}T12:00:00Z={folder / f'picture-{number}.png'}"
        told.append(("--shown", shown))
    for path in folder.iterdir():
        os.utime(path, (int(EPOCH) - 3600,) * 2)
    files = [*shots, *(folder / name for name in (*pages, *notices)), *folder.glob("picture-*.png")]
    return files, [word for pair in told for word in pair]


@dataclass
class Watched:
    """A run of the program: what it printed, and the most memory each kind of process held, in MB."""

    code: int = -1
    out: str = ""
    err: str = ""
    peaks: dict[str, float] = field(default_factory=dict)


def _children(parent: int) -> Iterator[tuple[int, str]]:
    """The processes a process started, with the last word of their command lines."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                above = (entry / "stat").read_text().rpartition(")")[2].split()[1]
                words = (entry / "cmdline").read_text().split("\0")
            except OSError:
                continue
            if above == str(parent) and "inspector" in " ".join(words):
                yield int(entry.name), words[-2] if len(words) > 1 else ""


def _peak(process: int) -> float:
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0.0
    return int(status.partition("VmHWM:")[2].split()[0]) / 1000 if "VmHWM:" in status else 0.0


def _watched(arguments: list[str]) -> Watched:
    """Run the program and look at its processes until it ends; the kernel keeps the peak of each."""
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(ROOT)}
    found = Watched()
    with subprocess.Popen(
        [sys.executable, "-m", "inspector", *arguments],
        cwd=ROOT,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        while True:
            try:
                found.out, found.err = running.communicate(timeout=0.05)
                break
            except subprocess.TimeoutExpired:
                for process, kind in [(running.pid, "program"), *_children(running.pid)]:
                    found.peaks[kind] = max(found.peaks.get(kind, 0.0), _peak(process))
        found.code = running.returncode
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process stands in /proc only there")
def test_a_folder_with_archives_of_12_services_and_20_captures_is_answered_in_one_go(tmp_path: Path) -> None:
    made = exports()
    for name in ARCHIVES:
        replace(made[name][1], name=f"{name}.zip").write(tmp_path)
    (tmp_path / "pictures").mkdir()
    captures, told = _captures(tmp_path / "pictures")
    assert (len({made[name][0] for name in ARCHIVES}), len(captures)) == (12, 20)
    done = _watched(["inspect", str(tmp_path), *told, "--residence", "DE", "--json", "-"])
    assert done.code == 0, done.err
    whole: Json = json.loads(done.out)
    assert whole["complete"] is True
    kinds = [source["kind"] for source in whole["sources"]]
    assert (kinds.count("archive"), len(kinds)) == (12, 32)
    assert {account["service"] for account in whole["accounts"]} == {made[name][0] for name in ARCHIVES}
    # One account of each service: no capture stands apart from the archive of its service.
    assert len(whole["accounts"]) == 12
    states = {
        control: (found["state"], found["grade"])
        for control in (LINKEDIN, "x/grok-training", "claude/model-improvement", "facebook/ai-objection")
        for found in [finding(whole, control)]
    }
    assert states == dict.fromkeys(states, ("off", "shown"))
    assert finding(whole, "chatgpt/improve-the-model")["state"] == "off"
    peaks = {kind: done.peaks.get(kind, 0.0) for kind in _NAMES}
    assert all(0 < peaks[kind] <= most for kind, most in _NAMES.items()), done.peaks
    assert done.peaks["program"] <= READING_MB, done.peaks
