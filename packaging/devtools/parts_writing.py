# SPDX-License-Identifier: Apache-2.0
"""What the parts of a program look like in a file: licence texts for people, a CycloneDX list for machines.

Source of the list: CycloneDX 1.6, its JSON schema.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from devtools.parts import Inner, Part

_RULE = "=" * 110
_HEAD = """\
This program is made of the parts below. Each has its own licence; where its maker put a text beside it, that
text follows. Texts that several parts share stand once. The program's own licence, Apache-2.0, stands first.
"""
_SPEC = "1.6"
# Licences by the words their makers use, where those are no expression of SPDX.
_SPDX = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "ISC", "LGPL-3.0-only", "MIT",
    "MIT-0", "MIT-CMU", "MPL-2.0", "ODC-By-1.0", "OFL-1.1", "PSF-2.0", "Python-2.0.1", "Unicode-3.0",
    "Unlicense", "Zlib",
}  # fmt: skip


def notices(own: str, parts: Sequence[Part]) -> str:
    """Return all licence texts, each once, after a list of the parts."""
    lines = [_HEAD, "PARTS\n"]
    lines += [_line(part) for part in parts]
    lines += [f"\n{_RULE}\nThis program: Apache-2.0\n{_RULE}\n", own]
    told: dict[str, list[str]] = {}
    for part in parts:
        for title, text in part.texts:
            told.setdefault(text.strip(), []).append(f"{part.name} {part.version}".strip() + f": {title}")
    for text, names in told.items():
        lines += [f"\n{_RULE}\n" + "\n".join(names) + f"\n{_RULE}\n", text]
    return "\n".join(lines) + "\n"


def _line(part: Part) -> str:
    named = f"{part.name} {part.version}".strip()
    lines = [f"  {named}: {part.licence or 'see its text'}"]
    lines += [f"      in it: {_inner_line(one)}" for one in part.inside]
    return "\n".join(lines)


def _inner_line(one: Inner) -> str:
    named = f"{one.name} {one.version}".strip()
    return f"{named}: {one.licence}" if one.licence else named


def bill(name: str, version: str, day: int, parts: Sequence[Part]) -> str:
    """Return the CycloneDX list; the same parts and day (seconds since 1970) give the same bytes."""
    refs = {part.name: _ref(part) for part in parts}
    own = {
        "type": "application",
        "bom-ref": name,
        "name": name,
        "version": version,
        "licenses": _licences("Apache-2.0"),
    }
    body: dict[str, Any] = {
        "metadata": {
            "timestamp": datetime.fromtimestamp(day, UTC).isoformat().replace("+00:00", "Z"),
            "component": own,
        },
        "components": [_component(part) for part in parts],
        "dependencies": [
            {"ref": name, "dependsOn": sorted(refs.values())},
            *({"ref": refs[part.name], "dependsOn": _asked(part, refs)} for part in parts),
        ],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(body, sort_keys=True))
    head = {
        "bomFormat": "CycloneDX",
        "specVersion": _SPEC,
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
    }
    return json.dumps({**head, **body}, indent=1, ensure_ascii=False) + "\n"


def _component(part: Part) -> dict[str, Any]:
    found: dict[str, Any] = {"type": part.kind, "bom-ref": _ref(part), "name": part.name}
    found |= {"version": part.version} if part.version else {}
    found |= {"hashes": [{"alg": "SHA-256", "content": part.sha256}]} if part.sha256 else {}
    found |= {"licenses": _licences(part.licence)} if part.licence else {}
    found |= {"purl": part.purl} if part.purl else {}
    inside = [_inner(part, number, one) for number, one in enumerate(part.inside)]
    return found | ({"components": inside} if inside else {})


def _inner(part: Part, number: int, one: Inner) -> dict[str, Any]:
    kind = "library" if one.version else "file"
    found: dict[str, Any] = {"type": kind, "bom-ref": f"{_ref(part)}/{number}", "name": one.name}
    found |= {"version": one.version} if one.version else {}
    found |= {"licenses": _licences(one.licence)} if one.licence else {}
    return found | ({"purl": one.purl} if one.purl else {})


def _ref(part: Part) -> str:
    return part.purl or f"{part.name}@{part.version}"


def _asked(part: Part, refs: dict[str, str]) -> list[str]:
    return sorted({refs[name] for name in part.requires if name in refs and name != part.name})


def _licences(told: str) -> list[dict[str, Any]]:
    """Say a licence as an identifier or an expression where it is one, else in its maker's words."""
    words = told.replace("(", " ").replace(")", " ").split()
    if told in _SPDX:
        return [{"license": {"id": told}}]
    if words[1::2] and all(word in ("AND", "OR", "WITH") for word in words[1::2]):
        return [{"expression": told}]
    return [{"license": {"name": told}}]
