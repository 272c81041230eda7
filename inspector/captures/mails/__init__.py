# SPDX-License-Identifier: Apache-2.0
"""E-mails of services: what they are, when they were sent, and whether their signature holds."""
