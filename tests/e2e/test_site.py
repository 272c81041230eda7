# SPDX-License-Identifier: Apache-2.0
"""The site as a browser shows it: it loads nothing from elsewhere, finds what is typed, passes axe-core."""

from __future__ import annotations

import json
import re
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.e2e.browser import CHROMIUM, Look, axe_script, told, violations
from tests.e2e.program import run

EPOCH = "1795392000"
AXE = axe_script()
SERIOUS = ("serious", "critical")
LOOKS = [Look(), Look(width=390, dark=True)]

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
needs_axe = pytest.mark.skipif(CHROMIUM is None or AXE is None, reason="needs Chromium and axe-core")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = run("catalog", "--html", folder, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    assert done.stdout.replace("\n", " ").strip().endswith("index.html")
    return folder


def test_it_is_the_same_each_time(site: Path, tmp_path: Path) -> None:
    run("catalog", "--html", tmp_path, SOURCE_DATE_EPOCH=EPOCH)
    files = {file.relative_to(site) for file in site.rglob("*") if file.is_file()}
    assert {file.relative_to(tmp_path) for file in tmp_path.rglob("*") if file.is_file()} == files
    for name in sorted(files):
        assert (site / name).read_bytes() == (tmp_path / name).read_bytes(), name


def test_its_data_is_that_of_the_command_line(site: Path) -> None:
    printed = run("catalog", "--json", "-", SOURCE_DATE_EPOCH=EPOCH).stdout
    assert json.loads((site / "catalog.json").read_text("utf-8")) == json.loads(printed)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    done = run("catalog", "--html", tmp_path / "site")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@needs_chromium
@pytest.mark.parametrize("name", ["index.html", "services/linkedin.html", "de/services/linkedin.html"])
def test_a_browser_loads_nothing_from_elsewhere(site: Path, name: str) -> None:
    does = 'async () => performance.getEntriesByType("resource").map((one) => one.name)'
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        here = f"http://127.0.0.1:{server.server_port}/"
        loaded = told(site / name, does, Look(folder=here + name.rpartition("/")[0] + "/" * ("/" in name)))
        server.shutdown()
    assert any(address.endswith("style.css") for address in loaded)
    assert all(address.startswith((here, "data:")) for address in loaded), loaded


@needs_chromium
def test_the_list_is_searched_by_name_label_and_region(site: Path) -> None:
    shown = """async () => {
      const field = document.getElementById("search");
      const found = {};
      for (const words of ["linked", "KI verbessern", "hong kong", "nothing of the kind", ""]) {
        field.value = words;
        field.dispatchEvent(new Event("input"));
        const cards = Array.from(document.querySelectorAll("#services > section:not([hidden])"));
        found[words] = cards.map((card) => card.querySelector("h2").textContent);
        if (!document.getElementById("none").hidden) { found[words].push("none"); }
      }
      return found;
    }"""
    found = told(site / "index.html", shown)
    assert "LinkedIn" in found["linked"]
    assert len(found["linked"]) < 5
    assert found["nothing of the kind"] == ["none"]
    assert "LinkedIn" in found["hong kong"]
    pages = len(list((site / "services").glob("*.html")))
    assert len(found[""]) == pages


@needs_chromium
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_no_page_is_wider_than_its_window(site: Path, look: Look) -> None:
    does = """async () => ({
      wide: document.documentElement.scrollWidth - window.innerWidth,
      dark: matchMedia("(prefers-color-scheme: dark)").matches,
    })"""
    for name in ("index.html", "services/facebook.html", "services/x.html", "de/services/atlassian.html"):
        found = told(site / name, does, look)
        assert found["dark"] is look.dark
        assert found["wide"] <= 0, name


@needs_axe
@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(
    "name", ["index", "services/linkedin", "services/facebook", "de/index", "de/services/linkedin"]
)
def test_axe_finds_nothing_serious(site: Path, name: str, look: Look) -> None:
    assert AXE is not None
    found = violations(site / f"{name}.html", AXE, look)
    assert not [one for one in found if one["impact"] in SERIOUS], found


@needs_axe
def test_axe_would_find_a_fault(site: Path) -> None:
    assert AXE is not None
    bad = site / "bad.html"
    page = (site / "index.html").read_text("utf-8")
    bad.write_text(re.sub(r'<label for="search">.*?</label>', "", page), "utf-8")
    try:
        assert any(one["id"] == "label" for one in violations(bad, AXE, Look()))
    finally:
        bad.unlink()
