# SPDX-License-Identifier: Apache-2.0
"""The tag files: lists of hashes, bag-info, the crate, and the fingerprint in the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle import fingerprint, hashlist, layout, tagfiles
from inspector.bundle.streams import Measure
from tests.unit.bundle.fictional import NOW, PROGRAM, files_of, sha256, written

SEGMENTS = st.from_regex(r"[A-Za-z0-9_-]{1,8}(\.[a-z]{1,3})?", fullmatch=True)
PATHS = st.lists(SEGMENTS, min_size=1, max_size=4).map(lambda parts: "data/" + "/".join(parts))
HASHES = st.binary(max_size=4).map(sha256)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files_of(written(tmp_path_factory.mktemp("tags")))


# Lists of hashes.


@given(st.dictionaries(PATHS, HASHES, max_size=20), st.integers(1, 200))
def test_a_list_read_in_any_pieces_is_what_was_written(hashes: dict[str, str], step: int) -> None:
    text = hashlist.render(hashes)
    found = hashlist.parse([text[at : at + step] for at in range(0, len(text), step)], payload=True)
    assert (found.hashes, found.bad_lines) == (hashes, 0)


def test_a_list_is_sorted_by_bytes() -> None:
    text = hashlist.render({"data/b": sha256(b""), "data/B": sha256(b""), "data/a": sha256(b"")})
    assert [line[66:] for line in text.decode().splitlines()] == ["data/B", "data/a", "data/b"]


@given(st.lists(st.binary(max_size=300), max_size=5))
def test_every_line_of_any_bytes_is_an_entry_or_counted_as_bad(pieces: list[bytes]) -> None:
    found, data = hashlist.parse(pieces, payload=False), b"".join(pieces)
    lines = data.count(b"\n") + (not data.endswith(b"\n") and bool(data))
    assert found.bad_lines + len(found.hashes) == lines


# bag-info.txt.


def test_the_bag_says_when_by_what_and_how_much(files: dict[str, bytes]) -> None:
    rows = dict(line.split(": ", 1) for line in files[layout.BAG_INFO].decode().splitlines())
    assert rows["Bagging-Date"] == "2026-11-21"
    assert rows["Bag-Software-Agent"] == "Privacy Settings Inspector 1.2.3"
    assert (rows["Catalog-Version"], rows["Catalog-SHA-256"]) == (
        PROGRAM.catalog_version,
        PROGRAM.catalog_sha256,
    )
    payload = [data for path, data in files.items() if layout.is_payload(path)]
    assert rows["Payload-Oxum"] == f"{sum(map(len, payload))}.{len(payload)}"


def test_a_description_of_several_lines_stays_one_value() -> None:
    data = tagfiles.bag_info(PROGRAM, [Measure("", 0, 5)], NOW, "one\nPayload-Oxum: 1.1\n")
    assert tagfiles.payload_oxum(data) == (5, 1)


# ro-crate-metadata.json.


def test_the_crate_describes_every_payload_file_and_the_report(files: dict[str, bytes]) -> None:
    crate = json.loads(files[layout.CRATE])
    assert crate["@context"] == "https://w3id.org/ro/crate/1.1/context"
    entities: dict[str, dict[str, Any]] = {entity["@id"]: entity for entity in crate["@graph"]}
    assert len(entities) == len(crate["@graph"])
    described = {path for path in files if layout.is_payload(path)} | {layout.REPORT, layout.HOW_TO}
    described.add(layout.VERIFY_PAGE)
    assert {part["@id"] for part in entities["./"]["hasPart"]} == described
    assert all(int(entities[path]["contentSize"]) == len(files[path]) for path in described)
    assert entities["data/members/0002.bin"]["name"] == "Registration.csv"
    assert entities["./"]["datePublished"] == entities["#making"]["endTime"] == "2026-11-21T09:15:00Z"
    assert (entities["#program"]["version"], entities["#catalog"]["version"]) == ("1.2.3", "2026-11-20")


def test_every_reference_in_the_crate_leads_to_an_entity(files: dict[str, bytes]) -> None:
    graph = json.loads(files[layout.CRATE])["@graph"]
    known = {entity["@id"] for entity in graph} | {"https://w3id.org/ro/crate/1.1"}

    def references(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [str(value["@id"])] if set(value) == {"@id"} else []
            return own + [each for inner in value.values() for each in references(inner)]
        return [each for inner in value for each in references(inner)] if isinstance(value, list) else []

    assert set(references(graph)) <= known


# The fingerprint.


@pytest.mark.parametrize("cut", [0, 1, 20, 64, 75, 76, 77, 90])
def test_a_mark_is_found_across_pieces_of_a_file(cut: int) -> None:
    own = sha256(b"own")
    data = b"%PDF" + fingerprint.mark(own).encode() + b")>>"
    assert fingerprint.named_in([data[:cut], data[cut:]]) == {own}
    assert fingerprint.named_in([data[at : at + 1] for at in range(len(data))]) == {own}


@pytest.mark.parametrize("text", ["a" * 63, "a" * 65, "g" * 64, "", "0x" + "a" * 62])
def test_what_is_no_fingerprint(text: str) -> None:
    assert fingerprint.parse(text) is None


# Names.


def test_the_tokens_that_may_come_later() -> None:
    tokens = ["tagmanifest-sha256.txt.p7s", "tagmanifest-sha256.txt.tsr", "tagmanifest-sha256.txt.b.tsr"]
    assert all(layout.is_token(path) and layout.is_safe(path) for path in tokens)
    others = ["manifest-sha256.txt.p7s", "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.p7s.zip", "x.tsr"]
    assert not any(layout.is_token(path) for path in others)


def test_the_files_of_a_bundle_are_the_required_ones_and_the_numbered_ones(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    numbered = {path for path in files if path.endswith(".bin")}
    assert set(files) - numbered == {*layout.REQUIRED, layout.VERIFY_PAGE}
    assert len(numbered) == 4
    assert not list(tmp_path.iterdir())
