# SPDX-License-Identifier: Apache-2.0
"""Runs a model: an array in, an array out. What its memory does not hold ends as Python's own MemoryError."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi.onnxruntime_pybind11_state import (  # type: ignore[import-untyped] # has no types
    Fail,
    RuntimeException,
)

from inspector.captures.text.models import Model, model_path

Floats = NDArray[np.float32]

_MOST_THREADS: Final = 4
_ONLY_ERRORS: Final = 3
_PROVIDER: Final = ("CPUExecutionProvider", {"arena_extend_strategy": "kSameAsRequested"})
_NO_MEMORY: Final = ("bad_alloc", "bad allocation", "allocate memory")
"""What the runtime says where memory is missing, by its compilers' libraries and by its own allocators."""


class ModelSession:
    """A loaded model. Raises ModelError where its file is missing or is another one, and MemoryError."""

    def __init__(self, model: Model) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(_MOST_THREADS, os.cpu_count() or 1)
        options.inter_op_num_threads = 1
        options.log_severity_level = _ONLY_ERRORS
        # Threads that wait busily double the work where other programs want the processor too.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # Memory kept from run to run saves a third of the time. Taken as asked for, and without a plan for
        # each size of picture, it is no more than is needed at once.
        options.enable_mem_pattern = False
        path = str(model_path(model))
        with _memory_told():
            self._session = onnxruntime.InferenceSession(path, options, providers=[_PROVIDER])
        self._name = self._session.get_inputs()[0].name

    def run(self, values: Floats) -> Floats:
        """Return what the model says of `values`. Raises MemoryError."""
        with _memory_told():
            result: Floats = self._session.run(None, {self._name: values})[0]
        return result

    def make_room(self, smallest: Floats) -> None:
        """Give back the memory that is kept from run to run; `smallest` is what the model takes at least."""
        options = onnxruntime.RunOptions()
        options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
        with _memory_told():
            self._session.run(None, {self._name: smallest}, options)

    def text(self, key: str) -> str:
        """Return a text that the model carries about itself; empty where it carries none."""
        found: str = self._session.get_modelmeta().custom_metadata_map.get(key, "")
        return found


@contextlib.contextmanager
def _memory_told() -> Iterator[None]:
    """Turn the runtime's error for missing memory into MemoryError; any other one is a fault and stays."""
    try:
        yield
    except (RuntimeException, Fail, RuntimeError) as error:
        if any(words in str(error) for words in _NO_MEMORY):
            raise MemoryError from error
        raise
