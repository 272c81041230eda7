# SPDX-License-Identifier: Apache-2.0
"""The catalog as a small static site: a page per service, read without a script, loading nothing else."""
