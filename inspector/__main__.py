# SPDX-License-Identifier: Apache-2.0
"""`python -m inspector`."""

import sys

from inspector.cli.main import main

sys.exit(main())
