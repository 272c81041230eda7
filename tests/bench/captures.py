# SPDX-License-Identifier: Apache-2.0
"""Scores the reading of made screenshots, and measures its CPU and memory against plain rapidocr.

Usage: captures.py [--seeds N...] [--count N] [--folder DIR] [--peer PYTHON] [--save]. `--folder` keeps the
captures and their text for the next run. `--peer` is an interpreter that has rapidocr with all it needs.
Ends with 1 where a bound is passed or the result is worse than the one saved.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inspector.captures.text.engine import Engine  # noqa: E402 - the path is set first
from tests.corpus.captures import generate, reading, score  # noqa: E402 - the same
from tests.corpus.captures.score import Scored, Tally  # noqa: E402 - the same
from tests.corpus.captures.truth import Shot  # noqa: E402 - the same

BASELINE: Final = ROOT / "tests" / "corpus" / "captures" / "baseline.json"
CALIBRATION: Final = ROOT / "resources" / "captures" / "calibration.json"
"""What a stated confidence was worth when measured; the program shows it beside the number."""

SEEDS: Final = (106, 107)
MOST_ASKED: Final = 0.10
LEAST_FOUND: Final = 0.97
MOST_OF_PEER: Final = 0.7
MOST_MEGABYTES: Final = 1126
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
for file in [sys.argv[1], *sys.argv[1:]]:
    start = time.process_time()
    stages = []
    for seen in looking(open_picture(Path(file)), engine, index):
        stages.append(time.process_time() - start)
    result.append((stages[0], stages[-1]))
status = Path("/proc/self/status").read_text().splitlines()
peak = int(next(line for line in status if line.startswith("VmHWM")).split()[1]) // 1024
print(json.dumps({"cpu": result[1:], "peak": peak}))
"""
PEER: Final = """
import json, sys, time
from rapidocr import RapidOCR
engine, result = RapidOCR(params={"Global.log_level": "error"}), []
for file in [sys.argv[1], *sys.argv[1:]]:
    start = time.process_time()
    engine(file)
    result.append(time.process_time() - start)
print(json.dumps({"cpu": result[1:]}))
"""


def forms(shots: Sequence[Shot]) -> dict[str, list[Shot]]:
    """Return the first undistorted captures of a phone, of a desktop and of one with twice the pixels."""
    plain = [shot for shot in shots if shot.plain]
    return {
        "phone": [shot for shot in plain if shot.width < 600 and shot.density >= 2][:EACH],
        "desktop 1x": [shot for shot in plain if shot.width >= 1024 and shot.density == 1][:EACH],
        "desktop 2x": [shot for shot in plain if shot.width >= 1024 and shot.density >= 1.5][:EACH],
    }


def measured(python: str, code: str, files: Sequence[str]) -> Any:
    """Return what a measuring script says of some pictures, in a process of its own."""
    command = [python, "-c", code, *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=900)
    return json.loads(done.stdout.splitlines()[-1])


def speed(folder: Path, shots: Sequence[Shot], peer: str | None) -> dict[str, Any]:
    """Return CPU seconds per form, the share of the peer's, and our peak in megabytes."""
    by_form = forms(shots)
    names = [name for name, some in by_form.items() for _ in some]
    files = [str(folder / shot.file) for some in by_form.values() for shot in some]
    ours = measured(sys.executable, OURS, files)
    theirs = measured(peer, PEER, files)["cpu"] if peer else [None] * len(files)
    result: dict[str, Any] = {"peak": ours["peak"]}
    for form in by_form:
        places = [place for place, name in enumerate(names) if name == form]
        said = {
            "ours": [ours["cpu"][place][1] for place in places],
            "named": [ours["cpu"][place][0] for place in places],
        }
        if peer:
            said["peer"] = [theirs[place] for place in places]
            said["ratio"] = [ours["cpu"][place][1] / theirs[place] for place in places]
        result[form] = {name: round(median(values), 3) for name, values in said.items()}
    if peer:
        ratios = [one[1] / other for one, other in zip(ours["cpu"], theirs, strict=True)]
        result["ratio"] = round(median(ratios), 3)
    return result


def scored(folder: Path, seeds: Sequence[int], count: int) -> list[Scored]:
    """Make and read the captures of some seeds."""
    engine = Engine()
    result: list[Scored] = []
    for seed in seeds:
        generate.make(seed, folder / str(seed), count)
        result += reading.read(folder / str(seed), engine)
    return result


def summary(every: Sequence[Scored]) -> dict[str, Any]:
    """Return all figures of a score, as they are saved."""
    kinds = {kind: _row(tally) for kind, tally in score.by_kind(every).items()}
    fonts = sorted({one.shot.font for one in every})
    with_ai = {
        font: _row(score.tally(one for one in every if one.shot.font == font and "AI" in one.shot.label))
        for font in fonts
    }
    return {
        "captures": len(every),
        "all": _row(score.tally(every)),
        "kinds": kinds,
        "AI by font": with_ai,
        "asked of plain": round(score.asked_share(every), 4),
        "found on plain": round(score.found_share(every), 4),
        "right by confidence": score.calibration(every),
    }


def worth(figures: dict[str, Any]) -> dict[str, Any]:
    """Return for every stated confidence how many answers were right and the lower 95 % bound of that."""
    stated = {
        level: {"right": right, "of": of, "right_at_least": round(1 - score.upper_bound(of - right, of), 4)}
        for level, (right, of) in figures["right by confidence"].items()
    }
    return {"schema": "inspector/calibration/1", "captures": figures["captures"], "stated": stated}


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
    for part in ("kinds", "AI by font"):
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
    found = []
    if figures["all"]["wrong"]:
        found.append(f"{figures['all']['wrong']} confidently wrong")
    if figures["asked of plain"] > MOST_ASKED:
        found.append("too many asked")
    if figures["found on plain"] < LEAST_FOUND:
        found.append("too few labels found")
    if figures["speed"].get("ratio", 0) > MOST_OF_PEER:
        found.append("too slow")
    if figures["speed"]["peak"] > MOST_MEGABYTES:
        found.append("too much memory")
    if saved and saved["seeds"] == figures["seeds"] and saved["captures"] == figures["captures"]:
        found += [
            f"{kind}: {row['right']} right, {saved['kinds'][kind]['right']} saved"
            for kind, row in figures["kinds"].items()
            if row["right"] < saved["kinds"][kind]["right"]
        ]
    return found


def main(arguments: list[str]) -> int:
    """Make, read, score, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(SEEDS))
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
        figures["speed"] = speed(folder / str(wanted.seeds[0]), first, wanted.peer)
    show(figures)
    print(json.dumps(figures["speed"], indent=1))
    saved = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else None
    if wanted.save:
        BASELINE.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
        CALIBRATION.write_text(json.dumps(worth(figures), indent=1) + "\n", "utf-8")
    found = failures(json.loads(json.dumps(figures)), saved)
    print("\n".join(found) or "all bounds kept")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
