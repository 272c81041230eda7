# SPDX-License-Identifier: Apache-2.0
"""Writes the site into a folder: the same catalog, language and day give the same bytes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from string import Template

from inspector.app.site.index_page import index_page
from inspector.app.site.markup import Markup, tag
from inspector.app.site.service_page import ServicePage
from inspector.app.site.words import SiteWords
from inspector.catalog.index import Catalog
from inspector.catalog.query import Query
from inspector.catalog.table import to_json
from inspector.system import resources
from inspector.system.messages import SOURCE_LANGUAGE, Messages

INDEX = "index.html"
_PLAIN = ("style.css", "search.js")


def site(catalog: Catalog, messages: Messages, now: datetime) -> dict[str, bytes]:
    """Return the files of the site by name, with forward slashes. `now` is the day for which they speak."""
    words = SiteWords(catalog, messages, now.date())
    shell = Template(resources.path("site/page.html").read_text("utf-8"))
    files = {name: resources.path(f"site/{name}").read_bytes() for name in _PLAIN}
    files[INDEX] = _page(shell, words, words.say("title"), index_page(words))
    for entry in catalog.services():
        title = words.say("page_title", name=entry.name)
        body = ServicePage(entry, words).markup()
        files[f"services/{entry.id}.html"] = _page(shell, words, title, body, root="../")
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


def _page(shell: Template, words: SiteWords, title: str, body: Markup, *, root: str = "") -> bytes:
    lang = words.messages.lang.partition("-")[0]
    foot = tag("p", words.say("made", day=words.today, version=words.catalog.version))
    return shell.substitute(
        lang=SOURCE_LANGUAGE if lang == "xx" else lang,
        title=tag("title", title),
        root=root,
        skip=tag("a", words.say("skip"), href="#main", class_="skip"),
        home=tag("a", words.say("home"), href=f"{root}{INDEX}"),
        body=body,
        foot=foot,
        script="" if root else tag("script", src="search.js", defer=True),
    ).encode()
