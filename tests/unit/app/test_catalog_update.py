# SPDX-License-Identifier: Apache-2.0
"""A newer catalog from a file: taken only signed, whole, in time and newer, and read no earlier."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from inspector.app import catalog_update
from inspector.app.catalog_choice import catalog_in_use
from inspector.app.update_file import FORM, LARGEST, UpdateError, known_keys, made, opened, read
from inspector.catalog.index import Catalog
from inspector.system.messages import Messages
from inspector.system.places import DATA_VARIABLE

KEY = Ed25519PrivateKey.from_private_bytes(b"a key that nobody else has, 32 b")
OTHER = Ed25519PrivateKey.from_private_bytes(b"and another one, also of 32 byte")
KEYS: dict[str, Ed25519PublicKey] = {"old": OTHER.public_key(), "test": KEY.public_key()}
NOW = datetime(2026, 12, 1, tzinfo=UTC)
LAST = datetime(2027, 3, 1, tzinfo=UTC)
SHIPPED = Catalog.load()
NEWER = "2026.12.01"


def files(version: str = NEWER) -> dict[str, str]:
    """The shipped catalog under another version."""
    held = {name: (SHIPPED.root / name).read_text(encoding="utf-8") for name in SHIPPED.files()}
    return held | {"index.toml": f'schema = "inspector/catalog-index/1"\nversion = "{version}"\n'}


def handed_in(
    folder: Path, version: str = NEWER, key: Ed25519PrivateKey = KEY, last: datetime = LAST
) -> Path:
    file = folder / "catalog.update"
    file.write_bytes(made(version, last, files(version), key))
    return file


def why(file: Path, place: Path, keys: dict[str, Ed25519PublicKey] | None = None) -> str:
    with pytest.raises(UpdateError) as caught:
        catalog_update.take(file, KEYS if keys is None else keys, NOW, place)
    told = caught.value.note
    assert Messages().text(told.key, **told.as_dict())
    return told.key


def test_a_newer_catalog_answers_once_it_is_handed_in(tmp_path: Path) -> None:
    place = tmp_path / "data" / "catalog"
    taken = catalog_update.take(handed_in(tmp_path), KEYS, NOW, place)
    assert (taken.version, taken.key) == (NEWER, "test")
    catalog, trouble = catalog_update.in_use(KEYS, place)
    assert (catalog.version, trouble) == (NEWER, None)
    assert catalog.service_ids() == SHIPPED.service_ids()
    assert catalog.sha256 != SHIPPED.sha256
    assert [one.name for one in place.parent.iterdir()] == ["catalog"]


def test_dropping_it_goes_back_to_what_ships(tmp_path: Path) -> None:
    place = tmp_path / "catalog"
    catalog_update.take(handed_in(tmp_path), KEYS, NOW, place)
    assert catalog_update.drop(place)
    assert not catalog_update.drop(place)
    assert catalog_update.in_use(KEYS, place)[0].version == SHIPPED.version


def test_an_older_one_or_the_same_never_takes_its_place(tmp_path: Path) -> None:
    place = tmp_path / "catalog"
    catalog_update.take(handed_in(tmp_path, "2026.12.02"), KEYS, NOW, place)
    for version in ("2026.12.01", "2026.12.02", SHIPPED.version):
        assert why(handed_in(tmp_path, version), place) == "update.not_newer"
    catalog_update.take(handed_in(tmp_path, "2026.12.02.1"), KEYS, NOW, place)
    assert catalog_update.in_use(KEYS, place)[0].version == "2026.12.02.1"


def test_one_older_than_what_ships_is_not_taken_where_there_is_no_other(tmp_path: Path) -> None:
    assert why(handed_in(tmp_path, "2025.01.01"), tmp_path / "catalog") == "update.not_newer"


def test_after_its_last_day_it_is_not_taken_and_one_that_was_taken_stays(tmp_path: Path) -> None:
    assert why(handed_in(tmp_path, last=NOW), tmp_path / "catalog") == "update.expired"
    place = tmp_path / "catalog"
    catalog_update.take(
        handed_in(tmp_path, last=datetime(2026, 12, 1, 0, 0, 1, tzinfo=UTC)), KEYS, NOW, place
    )
    assert catalog_update.in_use(KEYS, place)[0].version == NEWER


def test_a_key_that_is_not_known_counts_for_nothing(tmp_path: Path) -> None:
    stranger = Ed25519PrivateKey.from_private_bytes(b"0" * 32)
    assert why(handed_in(tmp_path, key=stranger), tmp_path / "catalog") == "update.not_signed"


def test_without_any_key_nothing_is_read(tmp_path: Path) -> None:
    assert why(tmp_path / "not there", tmp_path / "catalog") == "update.unreadable"
    assert why(handed_in(tmp_path), tmp_path / "catalog", {}) == "update.no_key"


def test_a_file_that_is_too_large_is_not_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "large"
    with file.open("wb") as stream:
        stream.write(FORM)
        stream.truncate(LARGEST + 1)
    assert why(file, tmp_path / "catalog") == "update.too_large"


@pytest.mark.parametrize("held", [b"", b"PK\x03\x04", FORM[:-1], FORM + b"no newline", FORM + b"***\n{}"])
def test_a_file_of_another_kind_is_refused(held: bytes) -> None:
    with pytest.raises(UpdateError):
        opened(held, KEYS)


@pytest.mark.parametrize(
    "names",
    [{"../index.toml": ""}, {"/etc/passwd.toml": ""}, {"services/../x.toml": ""}, {"index.py": ""}, {}],
    ids=str,
)
def test_a_signed_file_with_a_name_that_leads_elsewhere_is_refused(names: dict[str, str]) -> None:
    with pytest.raises(UpdateError) as caught:
        opened(made(NEWER, LAST, names, KEY), KEYS)
    assert caught.value.note.key == "update.damaged"


@pytest.mark.parametrize("version", ["1", "2026.12", "2026.12.01-beta", "../2026.12.01", ""])
def test_a_version_that_has_no_order_is_refused(version: str) -> None:
    with pytest.raises(UpdateError):
        opened(made(version, LAST, {"index.toml": ""}, KEY), KEYS)


@given(place=st.integers(min_value=0), bit=st.integers(0, 7))
def test_no_bit_can_be_turned(place: int, bit: int) -> None:
    held = bytearray(made(NEWER, LAST, {"index.toml": "text"}, KEY))
    held[place % len(held)] ^= 1 << bit
    with pytest.raises(UpdateError):
        opened(bytes(held), KEYS)


@given(end=st.integers(min_value=0))
def test_a_file_cut_off_or_with_more_behind_it_is_refused(end: int) -> None:
    held = made(NEWER, LAST, {"index.toml": "text"}, KEY)
    for wrong in (held[: end % len(held)], held + held[: end % len(held) + 1]):
        with pytest.raises(UpdateError):
            opened(wrong, KEYS)


def test_a_catalog_that_this_version_cannot_read_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "catalog.update"
    odd = files() | {"services/linkedin.toml": 'schema = "inspector/service/99"\n'}
    file.write_bytes(made(NEWER, LAST, odd, KEY))
    place = tmp_path / "catalog"
    assert why(file, place) == "update.not_understood"
    assert not place.exists()
    file.write_bytes(made(NEWER, LAST, files("2026.12.05"), KEY))
    assert why(file, place) == "update.not_understood"


def test_what_is_kept_and_was_changed_does_not_answer(tmp_path: Path) -> None:
    place = tmp_path / "catalog"
    catalog_update.take(handed_in(tmp_path), KEYS, NOW, place)
    changed = place / "files" / "services" / "linkedin.toml"
    changed.write_bytes(changed.read_bytes().replace(b"2025-11-03", b"2025-11-04"))
    catalog, trouble = catalog_update.in_use(KEYS, place)
    assert catalog.version == SHIPPED.version
    assert trouble is not None
    assert trouble.key == "update.changed"


@pytest.mark.parametrize("added", ["services/mine.toml", "note.txt"])
def test_nothing_is_added_to_what_is_kept(tmp_path: Path, added: str) -> None:
    place = tmp_path / "catalog"
    catalog_update.take(handed_in(tmp_path), KEYS, NOW, place)
    (place / "files" / added).write_text("", encoding="utf-8")
    assert catalog_update.in_use(KEYS, place)[0].version == SHIPPED.version


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("", encoding="utf-8")
    assert why(handed_in(tmp_path), tmp_path / "a file" / "catalog") == "update.not_kept"


def test_a_program_without_an_update_answers_with_what_ships(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    assert catalog_in_use().version == SHIPPED.version
    catalog_update.take(handed_in(tmp_path), KEYS, NOW)
    assert catalog_in_use().version == SHIPPED.version, "none of the keys of the program signed it"


def test_the_keys_of_the_program_can_be_read() -> None:
    assert all(isinstance(one, Ed25519PublicKey) for one in known_keys().values())


def test_the_same_catalog_and_key_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = handed_in(tmp_path).read_bytes(), handed_in(tmp_path).read_bytes()
    assert one == two
    assert read(handed_in(tmp_path), KEYS).files == files()
