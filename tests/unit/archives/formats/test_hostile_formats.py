# SPDX-License-Identifier: Apache-2.0
"""Hostile bytes in a child process with little memory and time: each ends in a named state."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT

MOST_MEMORY = 1 << 30
MOST_SECONDS = 30

CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (%d, %d))
resource.setrlimit(resource.RLIMIT_CPU, (%d, %d))
from itertools import chain, repeat
from inspector.archives.container import MemberError
from inspector.archives.formats.html_parts import HtmlShape
from inspector.archives.formats.html_records import html_records
from inspector.archives.formats.json_lines import json_lines
from inspector.archives.formats.json_records import json_records
from inspector.archives.formats.json_values import json_document
from inspector.archives.formats.mbox import mbox_records
from inspector.archives.formats.records import Fault
from inspector.archives.formats.tables import Table, TableShape
from inspector.archives.formats.wrapped_json import unwrapped
from inspector.archives.frame.look import Look
from inspector.archives.services.chatgpt.chats import _Chat
from inspector.archives.services.chatgpt.shapes import CHAT
from inspector.archives.stream import MemberStream

MB = 1 << 20
SHAPE = TableShape((frozenset({"date"}), frozenset({"text"})))
CELL = HtmlShape("div", "outer-cell")
OPENER = b'<div class="outer-cell">'

def blocks(data):
    return (data[start:start + (1 << 18)] for start in range(0, len(data), 1 << 18))

def endless(start, block, count=1024):
    return chain((start,), repeat(block, count))

def table(source):
    bad = []
    found = list(Table(MemberStream(iter(source), lambda _: None), SHAPE, bad.append).records())
    return [(fault.key, fault.number) for fault in bad] + [len(found)]

def chats(source):
    found = json_records(source, _Chat, "", Look(CHAT, {}))
    return [sum(2 if isinstance(one, Fault) else 1 for one in found)]

def told(found):
    found = list(found)
    return [(one.key, one.number) for one in found if isinstance(one, Fault)] + [len(found)]

try:
    print(%s)
except MemberError as error:
    print(error.key)
"""

JSON = "told(json_records({}, object))"
CASES = [
    ("depth 100,000", JSON.format("blocks(b'[' * 100_000)"), "[('member.rest_deep', 1), 1]"),
    ("depth of objects", JSON.format("""blocks(b'{"a":' * 100_000)"""), "[('member.rest_deep', 1), 1]"),
    (
        "depth behind whole records",
        JSON.format("""blocks(b'[{"a":1},' + b'[' * 3_000_000)"""),
        "[('member.rest_deep', 2), 2]",
    ),
    ("balanced depth in one block", JSON.format("blocks(b'[' * 50_000 + b']' * 50_000)"), "member.rest_deep"),
    ("5,000 digits", JSON.format("blocks(b'[' + b'9' * 5_000 + b']')"), "[('member.rest_broken', 1), 1]"),
    (
        "5,000 digits in a record",
        JSON.format("""blocks(b'[{"a":' + b'9' * 5_000 + b'},{"a":1}]')"""),
        "[('member.record_form', 1), 2]",
    ),
    ("5,000,000 digits", JSON.format("blocks(b'[' + b'9' * 5_000_000 + b']')"), "member.rest_broken"),
    ("1e999", JSON.format("blocks(b'[1e999]')"), "[('member.rest_broken', 1), 1]"),
    ("NaN", JSON.format("blocks(b'[NaN]')"), "[('member.rest_broken', 1), 1]"),
    ("a string of 1 GB", JSON.format("""endless(b'["', b'x' * MB)"""), "[('member.rest_long', 1), 1]"),
    ("a record of 1 GB", JSON.format("""endless(b'[{"a":[1', b',1' * (MB // 2))"""), "member.rest_long"),
    ("empty lists for 1 GB", JSON.format("""endless(b'[[', b'[],' * (MB // 3))"""), "member.rest_long"),
    ("an object of 1 GB", JSON.format("""endless(b'{"a":1', b',"a":1' * (MB // 6))"""), "member.rest_long"),
    (
        "empty lists in 40 MB of one object",
        JSON.format("""blocks(b'{"a":[[]' + b',[]' * 14_000_000 + b']}')"""),
        "member.re",
    ),
    ("a gigabyte of nothing", JSON.format("endless(b'', b' ' * MB)"), "[('member.rest_cut', 1), 1]"),
    ("backslashes", JSON.format("""endless(b'["', b'\\\\' * (MB - 1), 80)"""), "member.rest_long"),
    (
        "records that look like their end",
        JSON.format(r"""blocks(b'[{"a":"' + b'},{\\"a\\":\\"' * 500_000 + b'"},{"a":1}]')"""),
        "2]",
    ),
    ("chats with nothing in them", "chats(chain(endless(b'[{}', b',{}' * 300_000, 2), [b']']))", "[600001]"),
    (
        "a chat with millions of nodes",
        """chats([b'[{"mapping":{"":{}', *(b',"%06x":{}' % n for n in range(400_000)), b'}}]'])""",
        "[1]",
    ),
    (
        "a chat of all the keys there are",
        """chats([b'[{"":1', *(b',"%06x":1' % n for n in range(250_000)), b'},{}]'])""",
        "[2]",
    ),
    ("a mark before a list", JSON.format("""blocks(b'\\xef\\xbb\\xbf[{"a":1},{"a":2}]')"""), "[2]"),
    ("marks before a list", JSON.format("""blocks(b'\\xef\\xbb\\xbf' * 300_000 + b'[1]')"""), "json_form"),
    ("a list in UTF-16", JSON.format("""blocks('[{"a":1},{"a":2}]'.encode('utf-16'))"""), "[2]"),
    ("UTF-16 cut off", JSON.format("""blocks('[{"a":1},{"a":2}]'.encode('utf-16')[:-5])"""), "member.rest_"),
    ("a mark and no more", JSON.format("""blocks(b'\\xff\\xfe')"""), "member.rest_cut"),
    (
        "lone surrogates in all of many records",
        JSON.format(r"""chain(endless(b'[{"a":1}', b',{"a":"\\udc00\\ud800"}' * 30_000, 8), [b']'])"""),
        "[240001]",
    ),
    (
        "lone surrogates for 80 MB of one text",
        JSON.format(r"""endless(b'["', b'\\ud800' * (MB // 6), 80)"""),
        "member.rest_long",
    ),
    (
        "lone surrogates as keys",
        JSON.format(r"""blocks(b'[{"a":1' + b',"\\ud800":1' * 100_000 + b'},{"a":1}]')"""),
        "2]",
    ),
    ("a setting twice", """json_document([b'{"a":1,"a":2}'], dict)""", "member.json_double_key"),
    ("settings without end", """json_document(endless(b'{"a":"', b'x' * MB), dict)""", "member.json_long"),
    ("deep settings", "json_document([b'[' * 1_000_000], list)", "member.json_deep"),
    ("one line of 1 GB", "told(json_lines(endless(b'', b'x' * MB), dict))", "[('member.record_long', 1), 1]"),
    ("deep lines", r"told(json_lines([b'[' * 1_000_000 + b'\n{}'], dict))", "[('member.record_deep', 1), 2]"),
    ("a script of 1 GB", "list(unwrapped(endless(b'', b'x' * MB)))", "member.json_form"),
    ("a cell of 1 GB", r"""table(endless(b'Date,Text\na,"', b'x' * MB))""", "member.endless_line"),
    ("a cell of 1 GB in lines", r"""table(endless(b'Date,Text\na,"', b'x\n' * 500_000))""", "row_open_quote"),
    ("NUL in a table", r"table([b'Date,Text\na,\0\nb,c\n'])", "[('member.row_nul', 2), 1]"),
    ("an open quote", r"""table([b'Date,Text\na,b\nc,"d\n'])""", "[('member.row_open_quote', 3), 1]"),
    ("divs in divs", "told(html_records(blocks(OPENER + b'<div>' * 200_000), CELL))", "[1]"),
    ("divs in divs, unknown page", "told(html_records(blocks(b'<div>' * 1_000_000), CELL))", "[0]"),
    (
        "formatting in formatting",
        "told(html_records(blocks(b'<div class=\"outer-cell\">' + b'<b><p>' * 150_000), CELL))",
        "[1]",
    ),
    (
        "a record of 1 GB of markup",
        "told(html_records(endless(b'<div class=\"outer-cell\">', b'<i>x</i>' * (MB // 8)), CELL))",
        "[('member.record_long', 1), 1]",
    ),
    (
        "a text of 300 MB",
        "told(html_records(endless(b\"<div class='outer-cell'>\", b'x' * MB, 300), CELL))",
        "[('member.record_long', 1), 1]",
    ),
    ("an attribute of 300 MB", "told(html_records(endless(b'<div class=\"', b'x' * MB, 300), CELL))", "[0]"),
    ("a comment of 300 MB", "told(html_records(endless(b'<!--', b'x' * MB, 300), CELL))", "[0]"),
    ("mail without separators", "told(mbox_records(endless(b'', b'x' * MB), lambda _: True))", "mail_broken"),
    (
        "mail without end",
        r"told(mbox_records(endless(b'From a Mon Jan 5 10:00:00 2026\nA:b\n\n', b'x' * MB), lambda _: True))",
        "mail_broken",
    ),
]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
@pytest.mark.parametrize(("code", "said"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_hostile_bytes_end_in_a_named_state_within_memory_and_time(code: str, said: str) -> None:
    limits = (MOST_MEMORY, MOST_MEMORY, MOST_SECONDS, MOST_SECONDS)
    done = subprocess.run(
        [sys.executable, "-c", CHILD % (*limits, code)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=2 * MOST_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert said in done.stdout
