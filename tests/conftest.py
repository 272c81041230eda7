# SPDX-License-Identifier: Apache-2.0
"""What holds for every test: a fixed surrounding, and no warning in the log that the test did not expect."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Generator

import hypothesis
import pytest

# Not UTC, and no whole hours: a result that leans on the machine's own time zone comes out wrong here.
_ZONE = "<+1245>-12:45"
_UNSET = ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "PYTHONWARNINGS", "SOURCE_DATE_EPOCH")


def pytest_configure() -> None:
    for name in _UNSET:
        os.environ.pop(name, None)
    os.environ.update(LC_ALL="C.UTF-8", TZ=_ZONE)
    if hasattr(time, "tzset"):
        time.tzset()
    # A shared or busy machine makes single examples slow; that says nothing about the program.
    hypothesis.settings.register_profile("search", deadline=None, print_blob=True)
    # A gate says of the same tree the same thing every time; new examples are looked for on purpose.
    hypothesis.settings.register_profile("gate", deadline=None, derandomize=True)
    hypothesis.settings.load_profile("search" if os.environ.get("INSPECTOR_SEARCH") else "gate")


class _Noticed(logging.Handler):
    """Keeps every record of level WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def _watched(item: pytest.Item) -> Generator[None, object, object]:
    noticed = _Noticed()
    logging.getLogger().addHandler(noticed)
    try:
        result = yield
    finally:
        logging.getLogger().removeHandler(noticed)
    if noticed.lines and item.get_closest_marker("expects_log") is None:
        pytest.fail("not expected in the log:\n" + "\n".join(noticed.lines), pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _watched(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _watched(item))
