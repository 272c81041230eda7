# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 - markup broken over lines of its own cannot be read
"""Pages of fictional members as browsers, SingleFile and Chromium's MHTML store them."""

from __future__ import annotations

import json
import quopri
from typing import Final

LINKEDIN_URL: Final = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement"
CLAUDE_URL: Final = "https://claude.ai/settings/data-privacy-controls"
GITHUB_URL: Final = "https://github.com/settings/copilot/features"
SAVED: Final = "Sat Jan 10 2026 09:30:15 GMT+0100 (Mitteleuropäische Normalzeit)"


def single_file(body: str, url: str = LINKEDIN_URL, date: str = SAVED) -> str:
    """Return a page as SingleFile writes it."""
    return (
        f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: {url} \n saved date: {date}\n-->"
        f"<meta charset=utf-8><title>Settings</title><body>{body}</body></html>"
    )


def saved_from(body: str, url: str = LINKEDIN_URL) -> str:
    """Return a page as a browser's "save as" writes it."""
    return (
        f"<!DOCTYPE html>\n<!-- saved from url=({len(url.encode()):04}){url} -->\n"
        f'<html><head><meta charset="UTF-8"><title>Settings</title></head><body>{body}</body></html>'
    )


def plain(body: str) -> str:
    """Return a page as a server sends it, without a word on where it comes from."""
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'


def mhtml(body: str, url: str = LINKEDIN_URL, date: str = "Sat, 10 Jan 2026 08:30:15 GMT") -> str:
    """Return a page as Chromium's MHTML, its text quoted-printable."""
    page = quopri.encodestring(plain(body).encode()).decode("ascii")
    head = (
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {url}",
        "Subject: Settings",
        f"Date: {date}",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="----MultipartBoundary--abc----"',
    )
    part = (
        "Content-Type: text/html",
        "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {url}",
    )
    lines = [*head, "", "", "------MultipartBoundary--abc----", *part, "", page]
    return "\r\n".join([*lines, "------MultipartBoundary--abc------", ""])


def linkedin_switch(position: str, word: str | None = None) -> str:
    """Return the row of LinkedIn's switch, as its older switches are marked up, with a neighbour the other way."""
    checked = position == "on"
    other = "false" if checked else "true"
    return (
        "<h1>Data for Generative AI Improvement</h1><div><label for=a>Use my data for training content creation "
        f"AI models</label>{f'<span>{word}</span>' if word else ''}<input id=a type=checkbox role=switch "
        f"class=artdeco-toggle__button aria-checked={str(checked).lower()}{' checked' if checked else ''}></div>"
        f"<div><label for=b>Research invites</label><input id=b type=checkbox role=switch aria-checked={other}></div>"
    )


def github_form(value: str, other: str = "enabled") -> str:
    """Return GitHub's form with its field, and another form with a field of the same name."""
    return (
        '<form action="/settings/other"><input type="hidden" name="telemetry" value="' + other + '"></form>'
        '<form action="/settings/copilot"><p>Allow GitHub to use my data for AI model training</p>'
        f'<input type="hidden" name="telemetry" value="{value}"></form>'
    )


def claude_account(enabled: object, updated: str = "2026-08-13T15:10:07Z") -> str:
    """Return the account answer of Claude's web app with what else stands in it."""
    settings = {"grove_enabled": enabled, "grove_updated_at": updated, "enabled_web_search": True}
    return json.dumps({"email_address": "ada@example.com", "settings": settings})


def chatgpt_settings(*, allowed: bool) -> str:
    """Return the settings answer of ChatGPT's web app."""
    return json.dumps({"settings": {"training_allowed": allowed, "voice_training_allowed": not allowed}})
