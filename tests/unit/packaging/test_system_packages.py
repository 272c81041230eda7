# SPDX-License-Identifier: Apache-2.0
"""Which packages of the system are missing, told by the libraries that do not load."""

from __future__ import annotations

import sys

import pytest
from devtools import systempackages


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries of Linux")
def test_only_what_does_not_load_is_missing_and_each_package_is_named_once() -> None:
    libraries = {
        "libc.so.6": "libc6",
        "libnowhere-b.so.9": "nowhere",
        "libnowhere-a.so.9": "nowhere",
        "libx": "a",
    }
    assert systempackages.packages_of(libraries) == ["a", "nowhere"]
