# SPDX-License-Identifier: Apache-2.0
"""The fictional person of the demo: the archive that ships with the program, and where they lived."""

ARCHIVE = "demo/Complete_LinkedInDataExport_10-05-2026.zip"
RESIDENCE = "2010-01-01/2025-03-01=US,2025-03-01/=DE"
