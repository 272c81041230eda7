# SPDX-License-Identifier: Apache-2.0
"""Writes the site into a folder: the same catalog, language and day give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from string import Template

from inspector.app.site.index_page import index_page
from inspector.app.site.markup import Markup, joined, tag
from inspector.app.site.service_page import ServicePage
from inspector.app.site.words import SiteWords
from inspector.catalog.index import Catalog
from inspector.catalog.query import Query
from inspector.catalog.table import to_json
from inspector.system import resources
from inspector.system.messages import Messages

INDEX = "index.html"
_PLAIN = ("style.css", "search.js")
_OTHERS = ("de",)
"""Languages that have every sentence of the site, though not of the program."""


def site(catalog: Catalog, messages: Messages, now: datetime) -> dict[str, bytes]:
    """Return the files of the site by name, with forward slashes. `now` is the day for which they speak.

    The pages in the language of `messages` stand at the root, those in others in a folder each.
    """
    files = {name: resources.path(f"site/{name}").read_bytes() for name in _PLAIN}
    spoken = {"": messages} | {f"{lang}/": Messages(lang) for lang in _OTHERS if lang != messages.lang}
    speaking = {folder: SiteWords(catalog, one, now.date()) for folder, one in spoken.items()}
    for folder, words in speaking.items():
        pages = {INDEX: (words.say("title"), index_page(words, up="../" * bool(folder)))}
        for entry in catalog.services():
            title = words.say("page_title", name=entry.name)
            pages[f"services/{entry.id}.html"] = (title, ServicePage(entry, words).markup())
        for name, (title, body) in pages.items():
            files[folder + name] = _Shell(folder, name, speaking).page(title, body)
    files["catalog.json"] = to_json(catalog, Query()).encode()
    return dict(sorted(files.items()))


def write_site(folder: Path, files: dict[str, bytes]) -> Path:
    """Write the files below `folder`, each whole or not at all, and return the first page. Raises OSError.

    Other files there are left alone.
    """
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return folder / INDEX


@dataclass(frozen=True, slots=True)
class _Shell:
    """What stands around the body of a page: `folder` is that of its language, `name` its own in there."""

    folder: str
    name: str
    speaking: Mapping[str, SiteWords]

    def page(self, title: str, body: Markup) -> bytes:
        """Return the whole page."""
        words = self.speaking[self.folder]
        within = self._up(self.name)
        foot = tag("p", words.say("made", day=words.made_on, version=words.catalog.version))
        return (
            Template(resources.path("site/page.html").read_text("utf-8"))
            .substitute(
                lang=words.lang,
                title=tag("title", title),
                alternates=self._alternates(),
                root=self._up(self.folder + self.name),
                skip=tag("a", words.say("skip"), href="#main", class_="skip"),
                home=tag("a", words.say("home"), href=f"{within}{INDEX}"),
                others=self._others(),
                body=body,
                foot=foot,
                script="" if within else tag("script", src=f"{self._up(self.folder)}search.js", defer=True),
            )
            .encode()
        )

    def _others(self) -> Markup:
        """Return links to this page in the other languages, each by the name it has in itself."""
        links = [
            tag("a", words.say("other_language"), href=self._in(folder), hreflang=words.lang, lang=words.lang)
            for folder, words in self.speaking.items()
            if folder != self.folder
        ]
        return tag("span", joined(links, " "), class_="languages")

    def _alternates(self) -> Markup:
        links = (
            tag("link", rel="alternate", hreflang=words.lang, href=self._in(folder))
            for folder, words in self.speaking.items()
        )
        return joined(links, "\n")

    def _in(self, folder: str) -> str:
        """Return where this page stands in the language of a folder, from here."""
        return f"{self._up(self.folder + self.name)}{folder}{self.name}"

    @staticmethod
    def _up(name: str) -> str:
        return "../" * name.count("/")
