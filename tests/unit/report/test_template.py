# SPDX-License-Identifier: Apache-2.0
"""The templates hold layout only and reach for nothing."""

from __future__ import annotations

import re

from inspector.system import resources

TEMPLATES = sorted(resources.path("report").glob("*.typ"))


def test_templates_import_only_their_own_folder() -> None:
    assert {"letter", "look", "report", "timeline"} <= {template.stem for template in TEMPLATES}
    for template in TEMPLATES:
        for line in template.read_text("utf-8").splitlines():
            for target in re.findall(r'(?:import|include)\s+"([^"]*)"', line):
                assert resources.path(f"report/{target}").is_file()


def test_templates_evaluate_nothing_and_read_nothing_but_their_data() -> None:
    for template in TEMPLATES:
        source = template.read_text("utf-8")
        # A picture may come from the data handed in, never from a path.
        assert not re.search(r"@preview|\b(?:eval|read|plugin|csv|toml|yaml|xml|image)\((?!data,)", source), (
            template.name
        )
        assert set(re.findall(r"let data = .*", source)) <= {"let data = bytes(pictures.at(b.data))"}


def test_templates_hold_no_words() -> None:
    for template in TEMPLATES:
        code = re.sub(r"//.*", "", template.read_text("utf-8"))
        texts = re.findall(r'"([^"]*)"', code)
        assert not [text for text in texts if re.search(r"[A-Za-z]+ [a-z]+ ", text)], template.name
