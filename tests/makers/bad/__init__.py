# SPDX-License-Identifier: Apache-2.0
"""Inputs that are broken, of the wrong kind or hostile, each with what still can be read from it."""

from collections.abc import Callable
from typing import Final

from tests.makers.bad.containers import (
    bad_checksum,
    bomb,
    broken_off,
    climbing_names,
    empty_zip,
    locked,
    lying_directory,
    no_bytes,
    not_a_zip,
    other_csv,
    other_folder,
    prefixed,
    same_name_twice,
    something_else,
    unreadable_folder,
    zip_in_zip,
)
from tests.makers.bad.members import (
    bare_utf16,
    disguised_workbook,
    emptied,
    foreign_date,
    huge_cell,
    impossible_dates,
    missing_columns,
    nul_bytes,
    open_quote,
    ragged_rows,
    renamed_columns,
    spreadsheet_saved,
    western_encoding,
)
from tests.makers.bad.result import Bad

__all__ = ["MAKERS", "Bad", "bomb", "emptied", "huge_cell", "other_folder", "unreadable_folder"]

MAKERS: Final[dict[str, Callable[[], Bad]]] = {
    maker.__name__: maker
    for maker in (
        not_a_zip,
        no_bytes,
        empty_zip,
        something_else,
        other_csv,
        broken_off,
        bad_checksum,
        locked,
        zip_in_zip,
        climbing_names,
        same_name_twice,
        lying_directory,
        prefixed,
        disguised_workbook,
        missing_columns,
        renamed_columns,
        impossible_dates,
        foreign_date,
        nul_bytes,
        western_encoding,
        bare_utf16,
        spreadsheet_saved,
        open_quote,
        ragged_rows,
        emptied,
        huge_cell,
        bomb,
    )
}
