"""A running server."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("lsp_client", Path(__file__).parent / "client.py")
assert _SPEC
assert _SPEC.loader
lsp_client = importlib.util.module_from_spec(_SPEC)
sys.modules["lsp_client"] = lsp_client
_SPEC.loader.exec_module(lsp_client)


@pytest.fixture(scope="module")
def client() -> Iterator[object]:
    """One server for the tests of a file: it takes a moment to start."""
    made = lsp_client.Client({"select": ["BL"]})
    yield made
    made.close()
