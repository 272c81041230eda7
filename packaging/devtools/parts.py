# SPDX-License-Identifier: Apache-2.0
"""What a frozen program is made of, with the licence of each part: packages, Python, Qt, models, fonts."""

from __future__ import annotations

import hashlib
import json
import platform
import re
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from devtools.environment import ROOT

TEXTS = ROOT / "packaging" / "licences"
"""Licence texts that no part brings along itself."""

_LICENCE = re.compile(r"(licen[cs]e|copying|notice|thirdparty|authors)", re.IGNORECASE)
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
_QT = ("pyside6-essentials", "shiboken6")
_MODELS = "rapidocr"
# For packages that bring no text along, or hold parts that they do not name.
_ADDED = {
    "flatbuffers": ("Apache-2.0.txt",),
    "pi-heif": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "pyside6-essentials": ("qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "qt-parts.txt", "icu.txt"),
    "shiboken6": ("qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
    "sqlcipher3": ("sqlcipher.txt",),
}


@dataclass(frozen=True)
class Inner:
    """A part inside a part, as its maker lists it."""

    name: str
    version: str
    licence: str
    purl: str


@dataclass(frozen=True)
class Part:
    """One part.

    `kind`: a type of CycloneDX; `licence`: an SPDX expression or the maker's own words, may be empty;
    `texts`: title and text; `requires`: names of other parts.
    """

    name: str
    version: str
    licence: str
    texts: tuple[tuple[str, str], ...]
    purl: str = ""
    kind: str = "library"
    sha256: str = ""
    requires: tuple[str, ...] = ()
    inside: tuple[Inner, ...] = ()


def packages() -> Iterator[Part]:
    """The packages of `requirements/runtime.txt` that are installed here, in the order of their names."""
    pinned = _PINNED.findall((ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8"))
    for name in sorted({canonical(one) for one in pinned} - {_MODELS}):
        try:
            yield _package(name, metadata.distribution(name))
        except metadata.PackageNotFoundError:
            continue


def python() -> Part:
    """The Python that runs the program."""
    version = platform.python_version()
    place = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if not place.is_file():
        place = Path(f"/usr/share/doc/python{sysconfig.get_python_version()}/copyright")
    texts = (("LICENSE", place.read_text(encoding="utf-8")),) if place.is_file() else ()
    return Part("python", version, "Python-2.0.1", texts, f"pkg:generic/python@{version}", "platform")


def starter() -> Part:
    """What starts the frozen program. Its licence lets programs of any licence be started by it."""
    return _package("pyinstaller", metadata.distribution("pyinstaller"))


def models() -> Iterator[Part]:
    """The models that read text in pictures; none of the code beside them is in the program."""
    brought = metadata.distribution(_MODELS)
    spec = find_spec(_MODELS)
    folder = Path(next(iter(spec.submodule_search_locations or ())) if spec else "", "models")
    texts = tuple(_texts(brought))
    for file in ("PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"):
        hashed = hashlib.sha256((folder / file).read_bytes()).hexdigest()
        purl = f"pkg:pypi/{_MODELS}@{brought.version}#models/{file}"
        yield Part(file, "6", "Apache-2.0", texts, purl, "machine-learning-model", hashed)


def fonts() -> Iterator[Part]:
    """The faces of the report."""
    folder = ROOT / "resources" / "fonts"
    for name, licence, file, pattern in (
        ("Noto fonts", "OFL-1.1", "LICENSE.noto.txt", "Noto*"),
        ("WenQuanYi Micro Hei", "Apache-2.0", "LICENSE.wqy-microhei.txt", "wqy*"),
    ):
        files = sorted(folder.glob(pattern))
        hashed = hashlib.sha256(b"".join(one.read_bytes() for one in files)).hexdigest()
        text = (file, (folder / file).read_text(encoding="utf-8"))
        yield Part(name, "", licence, (text,), kind="file", sha256=hashed)


def catalog() -> Part:
    """The facts that the catalog is made of."""
    file = ROOT / "resources" / "catalog" / "ATTRIBUTION.md"
    text = (file.name, file.read_text(encoding="utf-8"))
    return Part("catalog", "", "ODC-By-1.0 AND CC0-1.0", (text,), kind="data")


def own_text(name: str) -> str:
    """One of the licence texts that are kept here."""
    file = ROOT / "LICENSE" if name == "Apache-2.0.txt" else TEXTS / name
    return file.read_text(encoding="utf-8")


def canonical(name: str) -> str:
    """The name of a package as an index writes it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _package(name: str, found: metadata.Distribution) -> Part:
    # What stands in for it where a newer library is loaded, too, has an error for what is not there.
    said = found.metadata
    named, written = ((said.get_all(key) or [""])[0] for key in ("License-Expression", "License"))
    licence = named or _one_line(written) or _classified(said.get_all("Classifier"))
    return Part(
        name,
        found.version,
        "LGPL-3.0-only" if name in _QT else licence,
        tuple(_texts(found)) + tuple((one, own_text(one)) for one in _ADDED.get(name, ())),
        f"pkg:pypi/{name}@{found.version}",
        requires=tuple(sorted({canonical(re.split(r"[^\w.-]", one)[0]) for one in found.requires or ()})),
        inside=tuple(_inside(found)),
    )


def _texts(found: metadata.Distribution) -> Iterator[tuple[str, str]]:
    for file in sorted(found.files or (), key=str):
        top = len(file.parts) <= 2 or "licenses" in file.parts  # noqa: PLR2004 - in the package's own folder
        if (
            top
            and _LICENCE.search(file.name)
            and file.suffix in ("", ".txt", ".md", ".rst", ".APACHE", ".BSD")
        ):
            yield "/".join(file.parts[1:]), file.read_text(encoding="utf-8")


def _inside(found: metadata.Distribution) -> Iterator[Inner]:
    """What a package lists as compiled into it: parts of its own SBOMs."""
    for file in sorted(found.files or (), key=str):
        if "sboms" in file.parts and file.suffix == ".json":
            yield from _listed(json.loads(file.read_text(encoding="utf-8")).get("components", ()))


def _listed(components: Iterable[dict[str, object]]) -> Iterator[Inner]:
    for one in components:
        if one.get("scope") != "excluded" and not str(one.get("purl", "")).startswith("pkg:pypi/pillow"):
            licences = one.get("licenses")
            told = licences if isinstance(licences, list) else []
            yield Inner(
                str(one["name"]), str(one.get("version", "")), _licence_of(told), str(one.get("purl", ""))
            )


def _licence_of(told: list[dict[str, object]]) -> str:
    names = []
    for one in told:
        named = one.get("license")
        inner = named if isinstance(named, dict) else {}
        names.append(str(one.get("expression") or inner.get("id") or inner.get("name") or ""))
    return " AND ".join(name for name in names if name)


def _one_line(text: str | None) -> str:
    """A licence field that names a licence; some hold the whole text."""
    return text.strip() if text and "\n" not in text.strip() else ""


def _classified(classifiers: list[str] | None) -> str:
    ends = [
        PurePosixPath(one.split("::")[-1].strip())
        for one in classifiers or ()
        if one.startswith("License ::")
    ]
    return " AND ".join(str(one) for one in ends)
