# SPDX-License-Identifier: Apache-2.0
"""Notes in the file of a picture on the person, the device and the place: found, and left out of a copy."""
