# SPDX-License-Identifier: Apache-2.0
"""What the pages Collect and Confirm are made of: the queue, the ledger, and what pictures show."""
