# SPDX-License-Identifier: Apache-2.0
"""Any part can be opened against what was published, and nothing else passes for it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.redaction.commitments import SALT, Commitment, Part, Tree, belongs, salt

SECRET = bytes(range(32))
PATHS = st.text(alphabet="abc/é𝄞 0", min_size=1, max_size=6)
PARTS = st.dictionaries(PATHS, st.binary(max_size=20), min_size=1, max_size=40)


def parts(values: dict[str, bytes]) -> list[Part]:
    return [Part(path, value) for path, value in values.items()]


@given(PARTS)
def test_every_part_opens_against_what_was_published(values: dict[str, bytes]) -> None:
    tree = Tree(parts(values), SECRET)
    for path, value in values.items():
        opening = tree.open(path)
        assert (opening.part.path, opening.part.value) == (path, value)
        assert belongs(opening, tree.commitment)


@given(PARTS, st.data())
def test_nothing_but_the_part_itself_passes(values: dict[str, bytes], data: st.DataObject) -> None:
    tree = Tree(parts(values), SECRET)
    opening = tree.open(data.draw(st.sampled_from(sorted(values))))
    other = data.draw(st.binary(max_size=21).filter(lambda value: value != opening.part.value))
    wrong = [
        replace(opening, part=Part(opening.part.path, other)),
        replace(opening, part=Part(opening.part.path + "x", opening.part.value)),
        replace(opening, salt=bytes(SALT)),
        replace(opening, salt=opening.salt + b"x"),
        replace(opening, beside=(*opening.beside, bytes(32))),
        replace(opening, index=len(values)),
        replace(opening, index=-1),
    ]
    if opening.beside:
        wrong.append(replace(opening, beside=opening.beside[:-1]))
        wrong.append(replace(opening, beside=(bytes(32), *opening.beside[1:])))
    if len(values) > 1:
        wrong.append(replace(opening, index=(opening.index + 1) % len(values)))
    assert not any(belongs(one, tree.commitment) for one in wrong)
    changed = Commitment(tree.commitment.root, tree.commitment.count + 1)
    assert not belongs(opening, changed)


def test_the_order_of_the_parts_does_not_matter() -> None:
    values = {"row 1": b"a", "row 2": b"b", "row 3": b"c"}
    there, back = Tree(parts(values), SECRET), Tree(reversed(parts(values)), SECRET)
    assert there.commitment == back.commitment


def test_the_same_value_at_two_places_and_by_two_secrets_looks_different() -> None:
    one, two = Tree([Part("a", b"on")], SECRET), Tree([Part("b", b"on")], SECRET)
    other = Tree([Part("a", b"on")], SECRET[::-1])
    assert len({one.commitment.root, two.commitment.root, other.commitment.root}) == 3
    assert one.commitment.root != hashlib.sha256(b"on").digest()


def test_a_tree_of_one_is_built_as_it_is_written_down() -> None:
    salted = hashlib.blake2b(b"a", key=SECRET, digest_size=16, person=b"redaction-salt-1").digest()
    leaf = hashlib.sha256(b"\0" + salted + (1).to_bytes(8, "big") + b"aon").digest()
    root = hashlib.sha256(b"\2" + (1).to_bytes(8, "big") + leaf).digest()
    assert Tree([Part("a", b"on")], SECRET).commitment == Commitment(root, 1)


def test_three_parts_carry_the_odd_one_up() -> None:
    tree = Tree([Part(name, b"") for name in "abc"], SECRET)
    assert [len(tree.open(name).beside) for name in "abc"] == [2, 2, 1]


@pytest.mark.parametrize(
    ("given_parts", "secret"),
    [([], SECRET), ([Part("a", b"1"), Part("a", b"2")], SECRET), ([Part("a", b"")], b"short")],
)
def test_what_cannot_be_committed_to_is_refused(given_parts: list[Part], secret: bytes) -> None:
    with pytest.raises(ValueError, match=r"parts must|secret"):
        Tree(given_parts, secret)


def test_a_salt_is_of_its_path_alone() -> None:
    assert salt(SECRET, "a") == salt(SECRET, "a") != salt(SECRET, "b")
