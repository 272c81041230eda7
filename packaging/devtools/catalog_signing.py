# SPDX-License-Identifier: Apache-2.0
"""Makes a key for updates of the catalog, and signs the catalog of this tree with it.

`catalog_signing.py key ID FILE` writes the private half to FILE, the public half to the resources.
`catalog_signing.py sign FILE TARGET [DAYS]` writes an update that is taken until DAYS days from now.
"""

from __future__ import annotations

import base64
import os
import sys
from datetime import timedelta
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inspector.app.update_file import made, opened  # noqa: E402 - found from the root
from inspector.catalog.check import check  # noqa: E402 - found from the root
from inspector.catalog.index import Catalog  # noqa: E402 - found from the root
from inspector.system.clock import now  # noqa: E402 - found from the root

KEYS = ROOT / "resources" / "update" / "keys.toml"
_DAYS = 90


def make_key(name: str, private: Path, keys: Path = KEYS) -> str:
    """Make a key; `private` must not exist yet. Returns what to tell the person."""
    key = Ed25519PrivateKey.generate()
    kind, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    text = key.private_bytes(kind, form, serialization.NoEncryption())
    handle = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(text)
    raw = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    entry = f'\n[[key]]\nid = "{name}"\npublic = "{base64.b64encode(raw).decode()}"\n'
    keys.write_text(keys.read_text(encoding="utf-8") + entry, encoding="utf-8")
    return f"{private.name} is the private half: keep it offline, and out of this tree."


def sign(private: Path, target: Path, days: int = _DAYS) -> str:
    """Sign the catalog of this tree. Returns what to tell the person; ValueError where it is not sound."""
    catalog = Catalog.load()
    wrong = check(catalog, now())
    if wrong:
        msg = f"{len(wrong)} things are wrong with the catalog: python3 packaging/dev.py check-catalog"
        raise ValueError(msg)
    key = serialization.load_pem_private_key(private.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        msg = f"{private.name} holds no Ed25519 key."
        raise TypeError(msg)
    files = {name: (catalog.root / name).read_text(encoding="utf-8") for name in catalog.files()}
    held = made(catalog.version, now() + timedelta(days=days), files, key)
    opened(held, {"own": key.public_key()})
    target.write_bytes(held)
    return (
        f"{target.name}: the catalog of {catalog.version}, to be taken within {days} days, {len(held)} bytes."
    )


def main(arguments: list[str]) -> int:
    """Carry out what was typed."""
    try:
        if arguments[:1] == ["key"] and len(arguments) == 3:  # noqa: PLR2004 - a word and two names
            print(make_key(arguments[1], Path(arguments[2])))
        elif arguments[:1] == ["sign"] and len(arguments) in (3, 4):
            print(sign(Path(arguments[1]), Path(arguments[2]), *map(int, arguments[3:])))
        else:
            print(__doc__, file=sys.stderr)
            return 2
    except (OSError, ValueError, TypeError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
