# SPDX-License-Identifier: Apache-2.0
"""WhatsApp's report on an account: recognised, and nothing more.

Its folders are known, the keys in its files are not, so that none of them is read and the ledger says so.
Source: parsers of reports of 2025 and 2026. The report holds no messages and nothing on AI.
"""

from __future__ import annotations

from typing import Final

from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.reading import Ending, Service
from inspector.archives.frame.signs import Sign, kind
from inspector.archives.reader import Seen

FIRST_YEAR: Final = 2009
_WHERE: Final = "whatsapp_account_information/, whatsapp_connections/, whatsapp_settings/"


class _Nothing:
    """Nothing is gathered."""


def key_of(_path: str) -> str | None:
    """Return no kind: no file of the report is known to bear on the answer."""
    return None


def _ends(_gathered: _Nothing, _seen: Seen) -> Ending:
    return Ending()


SOUGHT: Final = (
    Sought("whatsapp.setting", where=_WHERE),
    Sought("whatsapp.account_created", where=_WHERE),
    Sought("whatsapp.region", where=_WHERE),
    Sought("whatsapp.ai_chats", where=_WHERE),
)
WHATSAPP: Final = Service("whatsapp", FIRST_YEAR, key_of, {}, _Nothing, _ends, SOUGHT)
KIND: Final = kind(
    WHATSAPP,
    "WhatsApp",
    (Sign(r"whatsapp_(?:account_information|connections|settings)/[^/]+\.(?:json|html)"),),
)
