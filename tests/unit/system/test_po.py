# SPDX-License-Identifier: Apache-2.0
"""Message files are read as Babel reads them, and what is not of their format is an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages import pofile

from inspector.system import po, resources

HEAD = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
FILES = sorted(resources.path("messages").glob("*/*.po"))


def written(folder: Path, text: str) -> Path:
    file = folder / "part.po"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_file_of_the_program_is_read_as_by_the_library_for_them(file: Path) -> None:
    with file.open("rb") as stream:
        catalog = pofile.read_po(stream, locale=file.parent.name, abort_invalid=True)
    expected = []
    for one in catalog:
        key = one.id if isinstance(one.id, str) else one.id[0]
        forms = (one.string,) if isinstance(one.string, str) else tuple(one.string or ())
        expected += [(key, forms)] if key and all(forms) and not one.fuzzy else []
    assert sorted((one.key, one.forms) for one in po.read(file)) == sorted(expected)


def test_texts_may_go_over_lines_and_have_escapes(tmp_path: Path) -> None:
    file = written(tmp_path, HEAD + '\nmsgid "a."\n"b"\nmsgstr ""\n"one\\n"\n"\\"two\\"\\t\\\\ three"\n')
    assert [(one.key, one.forms) for one in po.read(file)] == [("a.b", ('one\n"two"\t\\ three',))]


def test_what_is_fuzzy_obsolete_or_empty_is_not_taken(tmp_path: Path) -> None:
    text = '#, fuzzy\nmsgid "a"\nmsgstr "x"\n\n#~ msgid "b"\n#~ msgstr "y"\n\nmsgid "c"\nmsgstr ""\n'
    file = written(tmp_path, f'{HEAD}\n{text}\nmsgid "d"\nmsgstr "z"\n')
    assert [one.key for one in po.read(file)] == ["d"]


def test_a_number_has_the_form_that_the_head_gives_it(tmp_path: Path) -> None:
    file = written(tmp_path, HEAD + '\nmsgid "a"\nmsgid_plural "a"\nmsgstr[0] "one"\nmsgstr[1] "more"\n')
    (only,) = po.read(file)
    assert only.form_for is not None
    assert [only.forms[only.form_for(n)] for n in (0, 1, 2)] == ["more", "one", "more"]


@pytest.mark.parametrize(
    "text", ["msgid a", '"begins with a text"', 'msgid "a', 'msgctxt "x"\nmsgid "a"\nmsgstr "b"'], ids=repr
)
def test_a_line_that_is_not_understood_is_an_error_that_names_its_place(tmp_path: Path, text: str) -> None:
    with pytest.raises(po.NotAMessageFileError, match=r"part\.po, line 1"):
        po.read(written(tmp_path, text))


def test_plural_forms_without_a_rule_are_an_error(tmp_path: Path) -> None:
    text = 'msgid "a"\nmsgid_plural "a"\nmsgstr[0] "one"\nmsgstr[1] "more"\n'
    with pytest.raises(po.NotAMessageFileError, match="no rule"):
        po.read(written(tmp_path, text))
