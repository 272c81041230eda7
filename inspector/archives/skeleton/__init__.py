# SPDX-License-Identifier: Apache-2.0
"""What an archive is made of, without what it says: so that a form nobody knows can be shown to others."""
