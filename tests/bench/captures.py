# SPDX-License-Identifier: Apache-2.0
"""Scores the reading of made screenshots, and measures its CPU and memory against plain rapidocr.

Usage: captures.py [--seeds N...] [--ai N...] [--count N] [--folder DIR] [--peer PYTHON] [--save]. `--ai`:
seeds of captures whose labels all have the text "AI" in them. `--folder` keeps the captures and their text
for the next run. `--peer` is an interpreter that has rapidocr with all it needs. Ends with 1 where a bound
is passed or the result is worse than the one saved.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402 - the path is set first

from inspector.app.reading_captures import CaptureReaders  # noqa: E402 - the same
from inspector.captures.text.engine import Engine  # noqa: E402 - the same
from inspector.catalog.index import Catalog  # noqa: E402 - the same
from tests.corpus.captures import generate, reading, score  # noqa: E402 - the same
from tests.corpus.captures.score import Scored, Tally  # noqa: E402 - the same
from tests.corpus.captures.truth import Shot  # noqa: E402 - the same

BASELINE: Final = ROOT / "tests" / "corpus" / "captures" / "baseline.json"
CALIBRATION: Final = ROOT / "resources" / "captures" / "calibration.json"
"""What a stated confidence was worth when measured; the program shows it beside the number."""

SEEDS: Final = (411, 415)
AI_SEEDS: Final = (413, 414)
AI: Final = "AI"
MOST_ASKED: Final = 0.10
LEAST_FOUND: Final = 0.97
MOST_OF_PEER: Final = 0.7
MOST_MEGABYTES: Final = 1126
NOW: Final = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ROUNDS: Final = 3
EACH: Final = 4
"""Pictures of each form that CPU is measured on."""

OURS: Final = """
import json, sys, time
from pathlib import Path
from inspector.captures.labels.index import LabelIndex
from inspector.captures.look import looking
from inspector.captures.picture import open_picture
from inspector.captures.text.engine import Engine
from inspector.catalog.index import Catalog
engine, index, result = Engine(), LabelIndex(Catalog.load().services()), []
for file in sys.argv[1:]:
    start = time.process_time()
    stages = []
    for seen in looking(open_picture(Path(file)), engine, index):
        stages.append(time.process_time() - start)
    result.append((stages[0], stages[-1]))
print(json.dumps({"cpu": result}))
"""
PEER: Final = """
import json, sys, time
from rapidocr import RapidOCR
engine, result = RapidOCR(params={"Global.log_level": "error"}), []
for file in sys.argv[1:]:
    start = time.process_time()
    engine(file)
    result.append((time.process_time() - start,))
print(json.dumps({"cpu": result}))
"""


def forms(shots: Sequence[Shot]) -> dict[str, list[Shot]]:
    """Return the first undistorted captures of a phone, of a desktop and of one with twice the pixels."""
    plain = [shot for shot in shots if shot.plain]
    return {
        "phone": [shot for shot in plain if shot.width < 600 and shot.density >= 2][:EACH],
        "desktop 1x": [shot for shot in plain if shot.width >= 1024 and shot.density == 1][:EACH],
        "desktop 2x": [shot for shot in plain if shot.width >= 1024 and shot.density >= 1.5][:EACH],
    }


def measured(python: str, code: str, files: Sequence[str]) -> list[list[float]]:
    """Return the least CPU seconds that a measuring script takes for each picture, in a process of its own.

    Other programs make the same work cost more, never less, so each picture is read some times. The first
    reading loads the models and does not count.
    """
    command = [python, "-c", code, files[0], *(file for file in files for _ in range(ROUNDS))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=1800)
    told: list[list[float]] = json.loads(done.stdout.splitlines()[-1])["cpu"][1:]
    return [
        min(told[start : start + ROUNDS], key=lambda one: one[-1]) for start in range(0, len(told), ROUNDS)
    ]


def speed(folder: Path, shots: Sequence[Shot], peer: str | None) -> dict[str, Any]:
    """Return CPU seconds per form and the share of the peer's."""
    by_form = forms(shots)
    names = [name for name, some in by_form.items() for _ in some]
    files = [str(folder / shot.file) for some in by_form.values() for shot in some]
    ours = measured(sys.executable, OURS, files)
    theirs = [one[0] for one in measured(peer, PEER, files)] if peer else []
    result: dict[str, Any] = {}
    for form in by_form:
        places = [place for place, name in enumerate(names) if name == form]
        said = {
            "ours": [ours[place][1] for place in places],
            "named": [ours[place][0] for place in places],
        }
        if peer:
            said["peer"] = [theirs[place] for place in places]
            said["ratio"] = [ours[place][1] / theirs[place] for place in places]
        result[form] = {name: round(median(values), 3) for name, values in said.items()}
    if peer:
        ratios = [one[1] / other for one, other in zip(ours, theirs, strict=True)]
        result["ratio"] = round(median(ratios), 3)
    return result


def memory(folder: Path, shots: Sequence[Shot]) -> dict[str, Any]:
    """Return megabytes of the program's own worker, held to its limit as always, and whether they come back.

    It reads the pictures that CPU is measured on, and one of 1200 x 60,000 pixels full of captures.
    """
    files = [folder / shot.file for some in forms(shots).values() for shot in some]
    with tempfile.TemporaryDirectory(prefix="long-") as temporary:
        long = long_capture(files, Path(temporary) / "long.png")
        with CaptureReaders([*files, long], Catalog.load()) as readers:
            found = [readers.read(file, NOW) for file in files]
            usual = _peak(readers)
            found.append(readers.read(long, NOW))
            peak, pid = _peak(readers), _pid(readers)
    unread = sum(one.status != "read" for one in found)
    return {"usual": usual, "peak": peak, "unread": unread, "given back": not Path(f"/proc/{pid}").exists()}


def long_capture(files: Sequence[Path], target: Path) -> Path:
    """Write a capture as long as any: pictures one below the other, again and again."""
    whole, top = Image.new("RGB", (1200, 60_000), "white"), 0
    for file in itertools.cycle(files):
        with Image.open(file) as picture:
            whole.paste(picture.convert("RGB"), (0, top))
            top += picture.height
        if top >= whole.height:
            whole.save(target, "PNG", compress_level=1)
            return target
    raise ValueError(files)


def _pid(readers: CaptureReaders) -> int:
    worker = readers._worker
    if worker is None:
        raise ValueError(readers)
    return worker.pid


def _peak(readers: CaptureReaders) -> int:
    """Return the most memory that a worker has had, in megabytes, as Linux counts it."""
    status = Path(f"/proc/{_pid(readers)}/status").read_text("utf-8").splitlines()
    return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) // 1024


def scored(folder: Path, seeds: Sequence[int], count: int, word: str = "") -> list[Scored]:
    """Make and read the captures of some seeds."""
    engine = Engine()
    result: list[Scored] = []
    for seed in seeds:
        generate.make(seed, folder / str(seed), count, word)
        result += reading.read(folder / str(seed), engine)
    return result


def summary(every: Sequence[Scored]) -> dict[str, Any]:
    """Return all figures of a score, as they are saved."""
    kinds = {kind: _row(tally) for kind, tally in score.by_kind(every).items()}
    fonts = sorted({one.shot.font for one in every})
    return {
        "captures": len(every),
        "all": _row(score.tally(every)),
        "kinds": kinds,
        "fonts": {font: _row(score.tally(one for one in every if one.shot.font == font)) for font in fonts},
        "asked of plain": round(score.asked_share(every), 4),
        "found on plain": round(score.found_share(every), 4),
        "right by confidence": score.calibration(every),
    }


def worth(figures: dict[str, Any]) -> dict[str, Any]:
    """Return for every stated confidence how many answers were right and the lower 95 % bound of that.

    The captures whose labels have the text "AI" count too: they are as good a measure of a switch.
    """
    parts = (figures, figures["AI"])
    stated = {}
    for level in sorted({level for part in parts for level in part["right by confidence"]}):
        counts = [part["right by confidence"].get(level, (0, 0)) for part in parts]
        right, of = (sum(numbers) for numbers in zip(*counts, strict=True))
        least = round(1 - score.upper_bound(of - right, of), 4)
        stated[level] = {"right": right, "of": of, "right_at_least": least}
    captures = sum(part["captures"] for part in parts)
    return {"schema": "inspector/calibration/1", "captures": captures, "stated": stated}


def _row(tally: Tally) -> dict[str, float]:
    return {
        "right": tally.right,
        "asked": tally.asked,
        "wrong": tally.wrong,
        "wrong at most": round(tally.bound, 4),
    }


def show(figures: dict[str, Any]) -> None:
    """Print the figures as tables."""
    print(f"{'':24}{'right':>7}{'asked':>7}{'wrong':>7}{'at most wrong':>15}")
    for part in ("kinds", "fonts"):
        for name, row in figures[part].items():
            _show_row(name, row)
        print()
    _show_row("all", figures["all"])
    print(f"asked of undistorted readable captures {figures['asked of plain']:.1%}, at most {MOST_ASKED:.0%}")
    print(f"label found there {figures['found on plain']:.1%}, at least {LEAST_FOUND:.0%}")
    for stated, (right, total) in figures["right by confidence"].items():
        print(f"confidence {stated}: {right} of {total} right")


def _show_row(name: str, row: dict[str, float]) -> None:
    print(f"{name:24}{row['right']:7}{row['asked']:7}{row['wrong']:7}{row['wrong at most']:15.1%}")


def failures(figures: dict[str, Any], saved: dict[str, Any] | None) -> list[str]:
    """Return what passes a bound, or is worse than what was saved."""
    found = [*beyond(figures), *(f"AI: {what}" for what in beyond(figures["AI"]))]
    if figures["speed"].get("ratio", 0) > MOST_OF_PEER:
        found.append("too slow")
    held = figures["memory"]
    if held["peak"] > MOST_MEGABYTES or held["unread"] or not held["given back"]:
        found.append("too much memory")
    if saved and saved["seeds"] == figures["seeds"] and saved["captures"] == figures["captures"]:
        found += [
            f"{kind}: {row['right']} right, {saved['kinds'][kind]['right']} saved"
            for kind, row in figures["kinds"].items()
            if row["right"] < saved["kinds"][kind]["right"]
        ]
    return found


def beyond(figures: dict[str, Any]) -> list[str]:
    """Return which bounds a score passes."""
    found = []
    if figures["all"]["wrong"]:
        found.append(f"{figures['all']['wrong']} confidently wrong")
    if figures["asked of plain"] > MOST_ASKED:
        found.append("too many asked")
    if figures["found on plain"] < LEAST_FOUND:
        found.append("too few labels found")
    return found


def main(arguments: list[str]) -> int:
    """Make, read, score, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(SEEDS))
    parser.add_argument("--ai", type=int, nargs="+", default=list(AI_SEEDS))
    parser.add_argument("--count", type=int, default=generate.COUNT)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--peer")
    parser.add_argument("--save", action="store_true")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="captures-") as temporary:
        folder = wanted.folder or Path(temporary)
        every = scored(folder, wanted.seeds, wanted.count)
        first = [one.shot for one in every[: wanted.count]]
        figures = {"seeds": wanted.seeds, **summary(every)}
        figures["AI"] = {"seeds": wanted.ai, **summary(scored(folder / AI, wanted.ai, wanted.count, AI))}
        figures["speed"] = speed(folder / str(wanted.seeds[0]), first, wanted.peer)
        figures["memory"] = memory(folder / str(wanted.seeds[0]), first)
    show(figures)
    print("\nLabels with the text AI")
    show(figures["AI"])
    print(json.dumps({part: figures[part] for part in ("speed", "memory")}, indent=1))
    saved = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else None
    if wanted.save:
        BASELINE.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
        CALIBRATION.write_text(json.dumps(worth(figures), indent=1) + "\n", "utf-8")
    found = failures(json.loads(json.dumps(figures)), saved)
    print("\n".join(found) or "all bounds kept")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
