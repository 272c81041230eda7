# SPDX-License-Identifier: Apache-2.0
"""The pieces of the page Evidence: what goes in, the report, the bundle, and the check of one."""
