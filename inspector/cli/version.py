# SPDX-License-Identifier: Apache-2.0
"""What `--version` says."""

from inspector.app.about import versions
from inspector.system.messages import Messages


def version_lines(messages: Messages) -> str:
    """Return the versions of program and catalog, the build and the models, one line each."""
    return "".join(f"{messages.text(one.key, **one.as_dict())}\n" for one in versions())
