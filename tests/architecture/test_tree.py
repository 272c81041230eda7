# SPDX-License-Identifier: Apache-2.0
"""What every file carries, and what no file may carry."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, files, modules, named

LICENCE = "SPDX-License-Identifier: Apache-2.0"
# An exception to a rule: which rule, and why, on its line.
EXCEPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b")
REASONED = re.compile(r"# noqa: [A-Z]+\d+(?:, [A-Z]+\d+)* - \S|# type: ignore\[[a-z, -]+\] +# \S")
CARRY_THE_LICENCE = {".py", ".typ"}
HOLDS_NO_TEXT = {".otf", ".pdf", ".png", ".ttf", ".woff2", ".zip"}

# Hosts of package indexes, folders of somebody's computer. The brackets keep this line from finding itself.
OF_ANOTHER_PLACE = re.compile(
    r"py[p]i\.org|python[h]osted\.org|npm[j]s\.org|deb\.[d]ebian\.org|(?<![\w.])/(?:home|root|work|Users)/\w",
    re.IGNORECASE,
)


def test_every_source_file_carries_its_licence() -> None:
    sources = [file for file in files() if file.suffix in CARRY_THE_LICENCE]
    assert sources
    assert not [named(file) for file in sources if not carries_it(file)]


def carries_it(file: Path) -> bool:
    head = file.read_text(encoding="utf-8").splitlines()[:2]
    first = head[1] if head and head[0].startswith("#!") else "".join(head[:1])
    return first in (f"# {LICENCE}", f"// {LICENCE}")


def test_every_exception_to_a_rule_has_its_reason_on_its_line() -> None:
    found = []
    for file in modules("inspector", "packaging", "tests"):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if len(EXCEPTION.findall(line)) != len(REASONED.findall(line)) and file != Path(__file__):
                found.append(f"{named(file)}:{number}")
    assert not found


def test_no_file_tells_of_the_place_it_was_made_in() -> None:
    found = []
    for file in files():
        if file.suffix not in HOLDS_NO_TEXT:
            text = file.read_text(encoding="utf-8", errors="replace")
            found += [f"{named(file)}: {match.group()}" for match in OF_ANOTHER_PLACE.finditer(text)]
    assert not found


@pytest.mark.parametrize("file", sorted((ROOT / "requirements").iterdir()), ids=named)
def test_requirements_name_no_address(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--\w*index\w*|--find-links|--trusted-host)\b", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["runtime", "dev", "lock"])
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text.partition("\n")[2])
    assert all(re.match(r"[a-z0-9.-]+==[\w.]+( ;[^\n]*)? \\\n +--hash=sha256:", entry) for entry in entries)


@pytest.mark.parametrize("name", ["runtime", "dev", "lock"])
def test_pinned_requirements_are_those_asked_for(name: str) -> None:
    asked = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8")
    pinned = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    for line in re.findall(r"^[a-z][\w.-]*==[^\s;]+", asked, re.MULTILINE):
        assert re.search(rf"^{re.escape(line)}[ ;]", pinned, re.MULTILINE), line


def test_what_the_package_declares_is_what_is_pinned_to_run() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    asked = (ROOT / "requirements" / "runtime.in").read_text(encoding="utf-8")
    names = {re.split(r"[<>=~ ]", entry)[0] for entry in declared}
    assert names == set(re.findall(r"^([a-z][\w.-]*)==", asked, re.MULTILINE))


def test_the_development_set_holds_the_runtime_set() -> None:
    dev = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    runtime = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    assert set(re.findall(r"^[a-z][\w.-]*==\S+", runtime, re.MULTILINE)) <= set(
        re.findall(r"^[a-z][\w.-]*==\S+", dev, re.MULTILINE)
    )


def test_no_lock_file_with_addresses_is_tracked() -> None:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        return  # an unpacked source archive holds only what its list names
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "uv.lock", "pylock.toml", ".venv"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == ""
