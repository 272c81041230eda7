# SPDX-License-Identifier: Apache-2.0
"""When a capture was made: traces in the file, its name and its page, and the Moment they leave."""
