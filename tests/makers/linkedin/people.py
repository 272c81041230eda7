# SPDX-License-Identifier: Apache-2.0
"""The people of the fiction; nobody of them exists."""

from __future__ import annotations

from typing import Final

from tests.makers.linkedin.rows import Contact

ANA: Final = Contact("Ana", "Ruiz-Example", "ana-ruiz-example", "Example Optics GmbH", "Head of Optics")
JONAS: Final = Contact("Jonas", "Fictus, Ph.D.", "jonas-fictus-example", "Example Institute", "Researcher")
LAYLA: Final = Contact("ليلى", "مثال", "layla-mithal-example", "شركة مثال", "مهندسة", "layla@example.org")
NOA: Final = Contact("נועה", "לדוגמה", "noa-ledugma-example", "Example Lenses, Ltd.", "Product designer")
ZOE: Final = Contact("Zoë", "Échantillon 🐝", "zo%C3%AB-echantillon-example", "Miel d'Exemple", "Apicultrice")
KENJI: Final = Contact("健二", "例", "kenji-rei-example", "例示株式会社", "光学技術者")
SEEKER: Final = Contact("Tilda", "Placeholder", "tilda-placeholder-example", "Sample Recruiting", "Recruiter")
SPONSOR: Final = Contact("Example Academy", "")  # sponsors have no profile address
