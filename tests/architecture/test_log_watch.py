# SPDX-License-Identifier: Apache-2.0
"""The watch on the log in tests/conftest.py: it fails what it should and nothing else."""

from __future__ import annotations

import pytest

from tests.architecture.tree import ROOT

CASES = """
import logging
import pytest

def test_that_warns():
    logging.getLogger("part").warning("lost %s", "thing")

@pytest.fixture
def warning_fixture():
    logging.getLogger("part").error("while setting up")

def test_with_a_fixture_that_warns(warning_fixture):
    pass

@pytest.mark.expects_log
def test_that_expects_to_warn():
    logging.getLogger("part").warning("as told")

def test_that_only_informs():
    logging.getLogger("part").info("all is well")
"""


def test_a_warning_in_the_log_fails_the_test_that_did_not_expect_it(pytester: pytest.Pytester) -> None:
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makeini("[pytest]\nmarkers = expects_log\n")
    pytester.makepyfile(CASES)
    result = pytester.runpytest_subprocess("-p", "no:xdist", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=2, failed=1, errors=1)
    printed = result.stdout.str()
    assert "\nWARNING part: lost thing\n" in printed
    assert "\nERROR part: while setting up\n" in printed
