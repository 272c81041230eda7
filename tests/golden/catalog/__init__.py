# SPDX-License-Identifier: Apache-2.0
"""What the catalog prints, as files to read."""
