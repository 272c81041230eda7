# SPDX-License-Identifier: Apache-2.0
"""JSON that is assigned to a variable in a file of JavaScript: `window.YTD.tweets.part0 = [ … ]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from inspector.archives.container import MemberError
from inspector.archives.formats.utf8 import beginning, utf8_blocks

_LONGEST_NAME: Final = 4096
_ASSIGNED: Final = re.compile(
    rb"\s*(?:(?:var|let|const)\s+)?[A-Za-z_$][\w$]*(?:\.[\w$-]+|\[\w*\])*\s*=\s*(?=[\[{])"
)
_BLANK: Final = b" \t\r\n"


def unwrapped(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the JSON alone, as UTF-8. Raises MemberError where the file does not begin with an assignment."""
    source = utf8_blocks(blocks)
    head = beginning(source, _LONGEST_NAME)
    wrapping = _ASSIGNED.match(head)
    if wrapping is None:
        raise MemberError("unsupported", "member.json_form")
    yield from _without_end(chain((head[wrapping.end() :],), source))


def _without_end(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the blocks without the semicolon that may end the assignment."""
    held = b""
    for block in blocks:
        text = held + block
        bare = text.rstrip(_BLANK)
        cut = len(bare) - bare.endswith(b";")
        held = text[cut:] if len(text) - cut <= _LONGEST_NAME else b""
        yield text[: len(text) - len(held)]
    if held.strip(_BLANK) != b";":
        yield held
