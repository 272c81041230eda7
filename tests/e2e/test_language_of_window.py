# SPDX-License-Identifier: Apache-2.0
"""Which language the window is opened in: what was asked for on the command line, else its own choice."""

from __future__ import annotations

import pytest

from inspector.cli.main import main
from inspector.system.messages import Messages


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], ("en", False)),
        (["--lang", "de"], ("de", True)),
        (["--lang=en"], ("en", True)),
        (["--lang", "xx-rtl"], ("xx-rtl", True)),
    ],
    ids=["nothing", "german", "english", "mirrored"],
)
def test_the_window_is_told_whether_its_language_was_asked_for(
    arguments: list[str], told: tuple[str, bool]
) -> None:
    opened = []

    def window(messages: Messages, *, asked: bool, trace: bool) -> int:
        opened.append((messages.lang, asked, trace))
        return 0

    assert main(arguments, window=window) == 0
    assert opened == [(*told, False)]
