# SPDX-License-Identifier: Apache-2.0
"""The list of parts with their licence texts: each part of the program is in it, none without a text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cyclonedx.schema
import jsonschema  # type: ignore[import-untyped] # it ships no types
import pytest
import referencing
from devtools import parts, parts_of_system, parts_writing
from devtools.parts import Inner, Part

from tests.architecture.tree import ROOT

DAY = 1795262400


@pytest.fixture(scope="module")
def found() -> list[Part]:
    """All parts that an environment without the freezer knows."""
    return [parts.python(), *parts.packages(), *parts.models(), *parts.fonts(), parts.catalog()]


@pytest.fixture(scope="module")
def bill(found: list[Part]) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(parts_writing.bill("inspector", "1.2.3", DAY, found))
    return made


def test_every_pinned_package_that_is_installed_is_a_part(found: list[Part]) -> None:
    names = {part.name for part in found}
    assert {
        "numpy",
        "pyside6-essentials",
        "typst",
        "cryptography",
        "PP-OCRv6_rec_small.onnx",
        "python",
    } <= names
    assert "rapidocr" not in names, "only its models are in the program"


def test_no_part_is_without_a_licence_text(found: list[Part]) -> None:
    assert not [part.name for part in found if not any(text.strip() for _, text in part.texts)]


def test_qt_comes_with_its_licence_its_notices_and_how_to_put_another_in_place(found: list[Part]) -> None:
    (qt,) = (part for part in found if part.name == "pyside6-essentials")
    titles = [title for title, _ in qt.texts]
    assert {"qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "qt-parts.txt"} <= set(titles)
    assert qt.licence == "LGPL-3.0-only"


def test_a_text_that_parts_share_stands_once() -> None:
    shared = [Part(name, "1", "MIT", (("LICENSE", "the same words\n"),)) for name in ("a", "b")]
    told = parts_writing.notices("own", shared)
    assert told.count("the same words") == 1
    assert "a 1: LICENSE\nb 1: LICENSE" in told


def test_the_list_for_machines_names_each_part_and_what_it_asks_for(
    bill: dict[str, Any], found: list[Part]
) -> None:
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["timestamp"] == "2026-11-21T12:00:00Z"
    assert [one["name"] for one in bill["components"]] == [part.name for part in found]
    refs = {one["bom-ref"] for one in bill["components"]}
    asked = {one["ref"]: set(one["dependsOn"]) for one in bill["dependencies"]}
    assert asked["inspector"] == refs
    (requests,) = (ref for ref in refs if ref.startswith("pkg:pypi/requests@"))
    assert any(ref.startswith("pkg:pypi/urllib3@") for ref in asked[requests])
    assert set().union(*asked.values()) <= refs


def test_what_is_compiled_into_a_package_is_listed_in_it(bill: dict[str, Any]) -> None:
    (typst,) = (one for one in bill["components"] if one["name"] == "typst")
    assert any(one["purl"].startswith("pkg:cargo/krilla@") for one in typst["components"])


def test_the_list_fits_the_schema_of_cyclonedx(bill: dict[str, Any]) -> None:
    folder = Path(cyclonedx.schema.__file__).parent / "_res"
    registry: referencing.Registry[Any] = referencing.Registry()
    for name in ("spdx", "jsf-0.82"):
        file = f"{name}.SNAPSHOT.schema.json"
        held = referencing.Resource.from_contents(json.loads((folder / file).read_text(encoding="utf-8")))
        registry = registry.with_resource(f"http://cyclonedx.org/schema/{file}", held)
    schema = json.loads((folder / "bom-1.6.SNAPSHOT.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema, registry=registry).validate(bill)


def test_the_same_parts_give_the_same_bytes(found: list[Part]) -> None:
    one, two = (parts_writing.bill("inspector", "1.2.3", DAY, found) for _ in range(2))
    assert one == two


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("MIT", {"license": {"id": "MIT"}}),
        ("MIT OR Apache-2.0", {"expression": "MIT OR Apache-2.0"}),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", {"expression": "(MIT OR Apache-2.0) AND Unicode-3.0"}),
        ("MIT License", {"license": {"name": "MIT License"}}),
    ],
)
def test_a_licence_is_an_identifier_an_expression_or_its_makers_words(
    told: str, said: dict[str, Any]
) -> None:
    bill = json.loads(parts_writing.bill("x", "1", DAY, [Part("a", "1", told, ())]))
    assert bill["components"][0]["licenses"] == [said]


@pytest.mark.skipif(not Path("/var/lib/dpkg/status").is_file(), reason="a system without dpkg")
def test_a_library_of_the_system_comes_with_the_text_of_its_package() -> None:
    library = next(Path("/usr/lib").glob("*/libz.so.1"))
    (found,) = parts_of_system.libraries({"libz.so.1": str(library), "mine.so": str(ROOT / "mine.so")})
    assert found.name == "zlib1g"
    assert found.purl.startswith("pkg:deb/debian/zlib1g@")
    assert found.inside == (Inner("libz.so.1", "", "", ""),)
    assert "Gailly" in found.texts[0][1]
