# SPDX-License-Identifier: Apache-2.0
"""One zip into which somebody packed several exports: each is read by itself and its account kept apart."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own

from tests.e2e.answers import SCHEMA, finding
from tests.e2e.program import Json, answer, run
from tests.makers.every import exports
from tests.makers.together import of_another, together

EXPORTS = {name: made for name, (_, made) in exports().items()}
FACEBOOK, INSTAGRAM = EXPORTS["facebook-2026"], EXPORTS["instagram-2025"]
META = "meta-2026-Aug-10-12-00-00"


def _other(name: str) -> bytes:
    return name.replace("mara", "tess").encode()


def _meta(folder: Path) -> Path:
    """Facebook and Instagram of two accounts each, and an older export of one of them."""
    mara = b"mara.example"
    return together(
        "meta.zip",
        {
            f"{META}/facebook-mara.example": FACEBOOK,
            f"{META}/instagram-mara.example": INSTAGRAM,
            "more/facebook-tess.example": of_another(FACEBOOK, mara, _other("mara.example")),
            "more/instagram-tess.example": of_another(INSTAGRAM, mara, _other("mara.example")),
            "old/facebook": EXPORTS["facebook-2022"],
        },
    ).write(folder)


def _accounts(whole: Json) -> dict[str, list[str]]:
    """The sources of each account, by what they are called."""
    found: dict[str, list[str]] = {}
    for source in whole["sources"]:
        found.setdefault(f"{source['service']} {source['account']}", []).append(source["name"])
    return {account: sorted(names) for account, names in sorted(found.items())}


def test_a_zip_with_facebook_and_instagram_of_two_accounts_is_read_as_four(tmp_path: Path) -> None:
    whole = answer(_meta(tmp_path), "--residence", "DE")
    jsonschema.validate(whole, SCHEMA)
    assert whole["complete"] is True
    names = sorted(_accounts(whole).values())
    assert names == [
        [f"meta.zip/{META}/facebook-mara.example", "meta.zip/old/facebook"],
        [f"meta.zip/{META}/instagram-mara.example"],
        ["meta.zip/more/facebook-tess.example"],
        ["meta.zip/more/instagram-tess.example"],
    ]
    assert len(whole["accounts"]) == 4
    objections = {one["account"] for one in whole["findings"] if one["control"].endswith("ai-objection")}
    assert objections == {one["id"] for one in whole["accounts"]}
    files = {part["sha256"] for source in whole["sources"] for part in source["parts"]}
    assert len(files) == 1


def test_a_zip_with_exports_of_three_services_answers_as_the_exports_do(tmp_path: Path) -> None:
    names = ("chatgpt-2026", "x-2026", "linkedin-2026-all-columns")
    three = {f"Downloads/{name}": EXPORTS[name] for name in names}
    packed = answer(together("downloads.zip", three).write(tmp_path), "--residence", "US")
    single = tmp_path / "single"
    single.mkdir()
    alone = answer(*(EXPORTS[name].unpack(single) for name in names), "--residence", "US")
    for control in ("improve-the-model", "grok-training", "generative-ai-improvement"):
        mine, theirs = finding(packed, control), finding(alone, control)
        assert (mine["state"], mine["since"], mine["grade"]) == (
            theirs["state"],
            theirs["since"],
            theirs["grade"],
        )
        assert mine["exposure"] == theirs["exposure"]
    # A folder in a zip and the same folder unpacked are one source.
    both = answer(tmp_path / "downloads.zip", single, "--residence", "US")
    assert len(both["sources"]) == 3


def test_zips_in_a_zip_beside_other_exports_make_the_answer_incomplete(tmp_path: Path) -> None:
    path = together("downloads.zip", {"a": FACEBOOK, "b": INSTAGRAM}).write(tmp_path)
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("ChatGPT.zip", EXPORTS["chatgpt-2026"].zip())
    done = run("inspect", path, "--residence", "DE", "--json", "-")
    assert done.returncode == 3
    whole: Json = json.loads(done.stdout)
    assert whole["complete"] is False
    assert sorted(str(source["service"]) for source in whole["sources"]) == ["None", "facebook", "instagram"]
    assert "unpack downloads.zip once and hand in the folder" in done.stderr


def test_a_bundle_takes_the_file_in_once(tmp_path: Path) -> None:
    bundle = tmp_path / "evidence.zip"
    done = run("inspect", _meta(tmp_path), "--residence", "DE", "--bundle", bundle, "--originals", "--quiet")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(bundle) as packed:
        names = [name for name in packed.namelist() if "/originals/" in name]
    assert len(names) == 1
    assert run("verify", bundle).returncode == 0


def test_a_case_keeps_the_file_once_and_gives_it_back(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("stormy harbour\n", "utf-8")
    path = _meta(tmp_path)

    def case(*typed: str | Path) -> Json:
        done = run("case", *typed, "--password-file", words, INSPECTOR_DATA=str(tmp_path / "data"))
        assert done.returncode == 0, done.stderr
        return {"text": done.stdout}

    case("new", "Mine", "--write-code", tmp_path / "code.txt")
    listed = json.loads(run("case", "list", "--json", "-", INSPECTOR_DATA=str(tmp_path / "data")).stdout)
    (one,) = (str(row["id"]) for row in listed["cases"])
    added = json.loads(case("add", one, path, "--residence", "DE", "--json", "-")["text"])
    assert len(added["sources"]) == 5
    bytes_before = path.read_bytes()
    path.unlink()
    opened = json.loads(case("open", one, "--json", "-")["text"])
    assert opened["sources"] == added["sources"]
    case("originals", one, tmp_path / "back")
    (back,) = (tmp_path / "back").iterdir()
    assert (back.name, back.read_bytes()) == ("meta.zip", bytes_before)
