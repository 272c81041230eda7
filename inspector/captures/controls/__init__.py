# SPDX-License-Identifier: Apache-2.0
"""Switches, boxes and buttons in a picture: where one stands and which position its pixels show."""
