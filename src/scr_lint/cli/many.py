"""Checking many drafts, in this process or in several; results come in the order of the drafts."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from scr_lint.cli.draft import Outcome, Task, check_draft
from scr_lint.cli.tuning import tune
from scr_lint.finding import Failure

# Drafts handed out for each process ahead of the one awaited: few, so that memory stays bounded.
_AHEAD = 3


def results(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome | Failure]:
    """The outcome of each draft as soon as it and all before it are there.

    A process that dies takes its pool along, and nobody can tell whose draft it was: those under way
    are tried again, each in a process of its own, and the one that dies again is a failure.
    """
    jobs = min(jobs, len(tasks))
    if jobs <= 1:
        yield from map(check_draft, tasks)
        return
    rest = deque(tasks)
    while rest:
        yield from _pooled(rest, jobs)
        for _ in range(min(len(rest), jobs * _AHEAD)):
            yield _alone(rest.popleft())


def _pooled(rest: deque[Task], jobs: int) -> Iterator[Outcome | Failure]:
    """Outcomes in order, each draft taken off `rest`; ends early where a process died."""
    ahead = iter(tuple(rest))
    pool = _pool(jobs)
    try:
        waiting: deque[Future[Outcome | Failure]] = deque()
        waiting.extend(pool.submit(check_draft, task) for task in islice(ahead, jobs * _AHEAD))
        while waiting:
            outcome = waiting.popleft().result()
            rest.popleft()
            yield outcome
            waiting.extend(pool.submit(check_draft, task) for task in islice(ahead, 1))
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(task: Task) -> Outcome | Failure:
    with _pool(1) as pool:
        try:
            return pool.submit(check_draft, task).result()
        except BrokenProcessPool:
            return Failure(task.name, "the process that checked it died (out of memory?)")


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Spawned: a forked copy of a process with threads may hang, and Windows knows nothing else.
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=spawn, initializer=tune)
