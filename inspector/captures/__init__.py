# SPDX-License-Identifier: Apache-2.0
"""Screenshots, saved pages and e-mails of settings, as the person hands them in."""
