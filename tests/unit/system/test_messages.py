# SPDX-License-Identifier: Apache-2.0
"""Messages: keys to sentences, plural forms, languages that lack a sentence, the pseudo-language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.system import messages, resources
from inspector.system.messages import Messages, UnknownLanguageError, available

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
RULES = {
    "en": "nplurals=2; plural=(n != 1);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
}
ENGLISH = """
msgid "cli.files"
msgid_plural "cli.files"
msgstr[0] "{n} file in {place}"
msgstr[1] "{n:,} files in {place}"

msgid "cli.braces"
msgstr "A {{brace}} and {what!r}"

msgid "cli.plain"
msgstr "Nothing to read."
"""
POLISH = """
msgid "cli.files"
msgid_plural "cli.files"
msgstr[0] "{n} plik w {place}"
msgstr[1] "{n} pliki w {place}"
msgstr[2] "{n} plików w {place}"

msgid "cli.plain"
msgstr ""
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A resource folder with English and Polish messages in place of the program's own."""
    for lang, text in (("en", ENGLISH), ("pl", POLISH)):
        target = tmp_path / "messages" / lang / "cli.po"
        target.parent.mkdir(parents=True)
        target.write_text(f'{HEAD}"Plural-Forms: {RULES[lang]}\\n"\n{text}', encoding="utf-8")
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    messages._entries.cache_clear()
    yield tmp_path
    messages._entries.cache_clear()


@pytest.mark.usefixtures("folder")
def test_languages_are_the_folders_and_the_pseudo_language() -> None:
    assert available() == ["en", "pl", "xx-long", "xx-rtl"]
    with pytest.raises(UnknownLanguageError):
        Messages("de")


@pytest.mark.usefixtures("folder")
def test_values_stand_in_their_places() -> None:
    assert Messages().text("cli.braces", what="x") == "A {brace} and 'x'"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("lang", "n", "sentence"),
    [
        ("en", 1, "1 file in Shares.csv"),
        ("en", 0, "0 files in Shares.csv"),
        ("en", 200_000, "200,000 files in Shares.csv"),
        ("pl", 1, "1 plik w Shares.csv"),
        ("pl", 3, "3 pliki w Shares.csv"),
        ("pl", 12, "12 plików w Shares.csv"),
    ],
)
def test_a_number_takes_the_form_of_its_language(lang: str, n: int, sentence: str) -> None:
    assert Messages(lang).text("cli.files", n=n, place="Shares.csv") == sentence


@pytest.mark.usefixtures("folder")
def test_a_message_with_plural_forms_needs_its_number() -> None:
    with pytest.raises(TypeError, match=r"cli\.files"):
        Messages().text("cli.files", place="Shares.csv")


@pytest.mark.usefixtures("folder")
def test_what_a_language_lacks_is_said_in_english() -> None:
    assert Messages("pl").text("cli.plain") == "Nothing to read."
    assert Messages("pl").keys() == Messages("en").keys()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("lang", ["en", "pl", "xx-long"])
def test_an_unknown_key_or_a_missing_value_is_an_error(lang: str) -> None:
    with pytest.raises(KeyError):
        Messages(lang).text("cli.unheard_of")
    with pytest.raises(KeyError):
        Messages(lang).text("cli.files", n=2)


@pytest.mark.usefixtures("folder")
def test_the_pseudo_language_is_longer_and_keeps_the_places() -> None:
    pseudo = Messages("xx-long")
    assert pseudo.text("cli.plain").startswith("«Ñóťhíñğ ťó ŕéáď.")
    assert pseudo.text("cli.files", n=2000, place="Shares.csv").startswith("«2,000 fíľéš íñ Shares.csv")
    assert "{bŕáçé}" in pseudo.text("cli.braces", what="x")
    for key, value in (("cli.plain", {}), ("cli.braces", {"what": "x"})):
        sentence, english = pseudo.text(key, **value), Messages().text(key, **value)
        assert 1.35 <= len(sentence.strip("«»")) / len(english) <= 1.6
        assert sentence.endswith("»")


def test_one_key_in_two_files_is_an_error(folder: Path) -> None:
    twice = folder / "messages" / "en" / "report.po"
    twice.write_text(HEAD + '\nmsgid "cli.plain"\nmsgstr "Again."\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"cli\.plain.*report\.po"):
        Messages()
