# SPDX-License-Identifier: Apache-2.0
"""Maker of resources/fonts/coverage.json: which code points the shipped fonts can draw."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

from inspector.system import resources

FONT_SUFFIXES = (".ttf", ".ttc")


def faces(file: Path) -> list[TTFont]:
    if file.suffix == ".ttc":
        return list(TTCollection(str(file)).fonts)
    return [TTFont(str(file))]


def ranges(points: Iterable[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for point in sorted(points):
        if run and point == run[1] + 1:
            run[1] = point
            continue
        if run:
            yield run
        run = [point, point]
    if run:
        yield run


def coverage(folder: Path) -> str:
    files = sorted(file for file in folder.iterdir() if file.suffix in FONT_SUFFIXES)
    points = {point for file in files for face in faces(file) for point in face.getBestCmap()}
    hashes = {file.name: sha256(file.read_bytes()).hexdigest() for file in files}
    return json.dumps({"fonts": hashes, "ranges": list(ranges(points))}, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    target = resources.path("fonts")
    target.joinpath("coverage.json").write_text(coverage(target), "utf-8")
