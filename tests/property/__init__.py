# SPDX-License-Identifier: Apache-2.0
"""Properties that hold on generated inputs."""
