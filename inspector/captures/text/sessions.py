# SPDX-License-Identifier: Apache-2.0
"""Runs a model: an array in, an array out."""

from __future__ import annotations

import os
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from inspector.captures.text.models import Model, model_path

Floats = NDArray[np.float32]

_MOST_THREADS: Final = 4
_ONLY_ERRORS: Final = 3


class ModelSession:
    """A loaded model. Raises ModelError where its file is missing or is another one."""

    def __init__(self, model: Model) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(_MOST_THREADS, os.cpu_count() or 1)
        options.inter_op_num_threads = 1
        options.log_severity_level = _ONLY_ERRORS
        # Threads that wait busily double the work where other programs want the processor too.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # An arena keeps the memory of the largest picture until the end.
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(
            str(model_path(model)), options, providers=["CPUExecutionProvider"]
        )
        self._name = self._session.get_inputs()[0].name

    def run(self, values: Floats) -> Floats:
        """Return what the model says of `values`."""
        result: Floats = self._session.run(None, {self._name: values})[0]
        return result

    def text(self, key: str) -> str:
        """Return a text that the model carries about itself; empty where it carries none."""
        found: str = self._session.get_modelmeta().custom_metadata_map.get(key, "")
        return found
