"""How a process of the command line is set up: it lives for one run and works with one thread."""

from __future__ import annotations

import atexit
import gc
import os

# New objects between two collections; Python's own 700 costs a whole draft a twelfth of its time in
# looking through lexicons and parses that live until the end.
_OBJECTS = (50_000, 20, 50)
# Read by the matrix products that numpy may have been built with, when numpy is first imported.
_THREADS = "OMP_NUM_THREADS"


def tune() -> None:
    """Look for dead objects seldom, and multiply matrices with one thread unless the user chose.

    More threads gain nothing on matrices as small as ours, cost a third more processor time, and get
    into each other's way where several processes check drafts. To be called before spaCy is imported;
    does no harm later, or twice.
    """
    gc.set_threshold(*_OBJECTS)
    atexit.register(gc.freeze)  # spares the interpreter its last look through all there is
    os.environ.setdefault(_THREADS, "1")
