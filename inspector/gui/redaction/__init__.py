# SPDX-License-Identifier: Apache-2.0
"""The workspace in which a person chooses what to withhold from a bundle."""
