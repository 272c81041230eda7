# SPDX-License-Identifier: Apache-2.0
"""Redacted bundles as a person types for them: made, checked, and a part shown later, also by hand."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import ROOT, run
from tests.makers.linkedin import ERA_2026, of_era

EXPORT = "Complete_LinkedInDataExport_01-02-2026.zip"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / EXPORT
    path.write_bytes(of_era(ERA_2026).zip())
    return path


def redaction(bundle: Path) -> dict[str, Any]:
    with zipfile.ZipFile(bundle) as opened:
        found: dict[str, Any] = json.loads(opened.read("privacy-evidence/data/redaction.json"))
    return found


def test_a_part_of_a_kept_case_is_shown_later_and_checks_out_with_python_alone(
    export: Path, tmp_path: Path
) -> None:
    words, bundle, part = tmp_path / "words.txt", tmp_path / "red.zip", tmp_path / "part.json"
    words.write_text("stormy harbour\n", "utf-8")
    data = str(tmp_path / "data")

    def case(deed: str, *arguments: str | Path) -> str:
        done = run("case", deed, *arguments, "--password-file", words, INSPECTOR_DATA=data)
        assert done.returncode in (0, 3), done.stderr
        return done.stdout

    case("new", "Mine", "--write-code", tmp_path / "code.txt")
    id_ = json.loads(run("case", "list", "--json", "-", INSPECTOR_DATA=data).stdout)["cases"][0]["id"]
    case("add", id_, export, "--residence", "DE", "--quiet")
    case("export", id_, bundle, "--redact", "-", "--quiet")
    item = next(one for one in redaction(bundle)["items"] if one["member"] == "Registration.csv")
    case("reveal", id_, bundle, item["id"], "row 1, cell 2", part)
    checked = run("verify", bundle, "--opening", part)
    assert checked.returncode == 0, checked.stdout
    assert "is what this bundle committed to" in " ".join(checked.stdout.split())
    assert by_hand(tmp_path, bundle) == "part: OK"
    wrong = {**json.loads(part.read_text("utf-8")), "value": "T04="}
    part.write_text(json.dumps({**wrong, "text": "ON"}), "utf-8")
    assert run("verify", bundle, "--opening", part).returncode == 1
    assert by_hand(tmp_path, bundle) == "part: NOT what was committed to"


def by_hand(folder: Path, bundle: Path) -> str:
    """What the script in the documentation says."""
    text = (ROOT / "docs/redacting.md").read_text("utf-8")
    (script,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    (folder / "redaction.json").write_text(json.dumps(redaction(bundle)), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_rules_in_the_documentation_are_read(export: Path, tmp_path: Path) -> None:
    text = (ROOT / "docs/redacting.md").read_text("utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    rules = json.loads(example)
    rules["items"] = [{**rules["items"][0], "file": EXPORT, "show": ["row 2, cell 2"], "withhold": []}]
    (tmp_path / "rules.json").write_text(json.dumps(rules), "utf-8")
    bundle = tmp_path / "red.zip"
    wanted = ("--bundle", bundle, "--redact", tmp_path / "rules.json", "--no-seal", "--quiet")
    done = run("inspect", export, "--residence", "DE", *wanted)
    assert done.returncode in (0, 3), done.stderr
    found = redaction(bundle)
    assert found["words"] == 1
    assert run("verify", bundle).returncode == 0


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ("{", "cannot be read as JSON"),
        ('{"schema": "inspector/redaction-rules/1", "other": 1}', "“other”"),
        (
            '{"schema": "inspector/redaction-rules/1", "items": [{"file": "elsewhere.png"}]}',
            "“elsewhere.png”",
        ),
    ],
)
def test_rules_that_cannot_be_followed_are_one_plain_sentence(
    export: Path, tmp_path: Path, rules: str, words: str
) -> None:
    (tmp_path / "rules.json").write_text(rules, "utf-8")
    bundle = tmp_path / "red.zip"
    done = run("inspect", export, "--bundle", bundle, "--redact", tmp_path / "rules.json", "--quiet")
    assert done.returncode in (1, 2)
    assert words in done.stderr
    assert not bundle.exists()


def test_without_a_bundle_there_is_nothing_to_redact(export: Path) -> None:
    done = run("inspect", export, "--redact", "-")
    assert done.returncode == 2
    assert "--bundle" in done.stderr
