# SPDX-License-Identifier: Apache-2.0
"""Tests of the door to the network, against real servers on the loopback."""
