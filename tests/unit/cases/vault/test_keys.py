# SPDX-License-Identifier: Apache-2.0
"""Locks open by what made them and by nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector.cases.vault.keys import (
    Cost,
    Lock,
    WrongKeyError,
    derived,
    locked,
    new_key,
    passphrase_bytes,
    unlocked,
)
from inspector.cases.vault.recovery import NotACodeError, code_bytes, new_code

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
KEY = bytes(range(32))


def lock() -> Lock:
    return locked(KEY, "case-1", "passphrase", passphrase_bytes("stormy harbour"), CHEAP)


def test_a_lock_opens_by_its_passphrase() -> None:
    assert unlocked(lock(), "case-1", b"stormy harbour") == KEY


def test_a_lock_does_not_open_by_another_passphrase() -> None:
    with pytest.raises(WrongKeyError):
        unlocked(lock(), "case-1", b"stormy harbor")


def test_a_lock_does_not_open_another_case() -> None:
    with pytest.raises(WrongKeyError):
        unlocked(lock(), "case-2", b"stormy harbour")


@pytest.mark.parametrize("part", ["salt", "nonce", "wrapped"])
def test_an_altered_lock_does_not_open(part: str) -> None:
    whole = lock()
    altered = bytes([getattr(whole, part)[0] ^ 1]) + getattr(whole, part)[1:]
    with pytest.raises(WrongKeyError):
        unlocked(replace(whole, **{part: altered}), "case-1", b"stormy harbour")


def test_a_lock_whose_cost_was_lowered_does_not_open() -> None:
    with pytest.raises(WrongKeyError):
        unlocked(replace(lock(), cost=Cost(memory_kib=32, passes=1, lanes=1)), "case-1", b"stormy harbour")


def test_a_lock_of_the_keychain_does_not_pass_for_one_of_the_recovery_code() -> None:
    kept = locked(KEY, "case-1", "keychain", b"s" * 32)
    with pytest.raises(WrongKeyError):
        unlocked(replace(kept, kind="recovery"), "case-1", b"s" * 32)


def test_the_same_passphrase_typed_on_two_systems_is_one() -> None:
    assert passphrase_bytes("Gr\u00fcn") == passphrase_bytes("Gru\u0308n")


def test_keys_for_two_purposes_differ() -> None:
    assert derived(KEY, "rows") != derived(KEY, "originals")


def test_new_keys_differ() -> None:
    assert new_key() != new_key()


@pytest.mark.parametrize(
    "numbers", [(1 << 24, 3, 4), (4, 1, 1), (64, 0, 1), (64, 1000, 1), (64, 1, 0), (4096, 1, 64)]
)
def test_a_cost_that_no_case_has_is_refused(numbers: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="cost"):
        Cost(*numbers)


def test_a_recovery_code_may_be_typed_as_people_do() -> None:
    code = new_code()
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert code_bytes(typed) == code_bytes(code)


def test_recovery_codes_differ_and_come_in_groups_of_four() -> None:
    first, second = new_code(), new_code()
    assert first != second
    assert [len(group) for group in first.split("-")] == [4] * 7


def test_a_slip_of_the_pen_in_a_recovery_code_is_told() -> None:
    code = new_code()
    slips = 0
    for at, sign in enumerate(code):
        other = "Z" if sign != "Z" else "Y"
        if sign == "-":
            continue
        try:
            code_bytes(code[:at] + other + code[at + 1 :])
        except NotACodeError:
            slips += 1
    # Two signs of check let one slip in 1,024 through.
    assert slips >= 26


def test_a_sign_too_many_is_told() -> None:
    with pytest.raises(NotACodeError):
        code_bytes(new_code() + "0")


@pytest.mark.parametrize("typed", ["", "ABCD", "ABCD-" * 7, "U" * 28])
def test_what_is_no_code_is_told(typed: str) -> None:
    with pytest.raises(NotACodeError):
        code_bytes(typed)
