# SPDX-License-Identifier: Apache-2.0
"""The words of the program as frozen values. Standard library only; imports nothing of ours."""
