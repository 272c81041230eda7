# SPDX-License-Identifier: Apache-2.0
"""Jobs: how they tell progress, stop, fail and end, and in which order."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from queue import Queue

import pytest

from inspector.app.jobs import Failed, Finished, Job, JobCancelledError, Jobs, Lane, News, Progress, Stopped
from inspector.archives.watch import ReadCancelledError

SECONDS = 10


class Listener:
    """Takes news on whatever thread has them, and gives them out in the order they came."""

    def __init__(self) -> None:
        self.news: Queue[tuple[Job, News]] = Queue()

    def tell(self, job: Job, news: News) -> None:
        self.news.put((job, news))

    def next(self) -> tuple[Job, News]:
        return self.news.get(timeout=SECONDS)

    def ends(self, count: int) -> list[tuple[int, News]]:
        """Number and end of the next jobs that end."""
        found: list[tuple[int, News]] = []
        while len(found) < count:
            job, news = self.next()
            if not isinstance(news, Progress):
                found.append((job.number, news))
        return found


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def jobs(listener: Listener) -> Iterator[Jobs]:
    jobs = Jobs(listener.tell)
    yield jobs
    jobs.close()


def test_a_job_ends_with_what_its_work_returns(jobs: Jobs, listener: Listener) -> None:
    job = jobs.start(lambda _job: 6 * 7)
    assert listener.next() == (job, Finished(42))


def test_work_runs_on_another_thread(jobs: Jobs, listener: Listener) -> None:
    jobs.start(lambda _job: threading.current_thread().name)
    ((_, news),) = listener.ends(1)
    assert isinstance(news, Finished)
    assert news.result.startswith("inspector-change")


def test_an_error_is_told_as_it_is(jobs: Jobs, listener: Listener) -> None:
    error = ValueError("row 7")

    def work(_job: Job) -> None:
        raise error

    jobs.start(work)
    ((_, news),) = listener.ends(1)
    assert news == Failed(error)


def test_progress_comes_before_the_end_and_the_last_step_is_never_dropped(
    jobs: Jobs, listener: Listener
) -> None:
    def work(job: Job) -> str:
        for done in range(1, 1001):
            job.progress(done, 1000)
        return "all"

    job = jobs.start(work)
    told: list[News] = []
    while not told or isinstance(told[-1], Progress):
        told.append(listener.next()[1])
    assert told[-1] == Finished("all")
    assert told[-2] == Progress(1000, 1000)
    assert len(told) < 100
    assert job not in jobs.running


def test_a_job_that_is_asked_to_stop_and_asks_back_is_stopped(jobs: Jobs, listener: Listener) -> None:
    begun = threading.Event()

    def work(job: Job) -> None:
        begun.set()
        while True:
            job.check()

    job = jobs.start(work)
    assert begun.wait(SECONDS)
    assert not job.cancelled()
    job.cancel()
    assert listener.ends(1) == [(job.number, Stopped())]


@pytest.mark.parametrize("error", [JobCancelledError, ReadCancelledError])
def test_reading_that_was_cancelled_counts_as_stopped(
    jobs: Jobs, listener: Listener, error: type[Exception]
) -> None:
    def work(_job: Job) -> None:
        raise error

    jobs.start(work)
    assert listener.ends(1) == [(1, Stopped())]


def test_a_job_that_does_not_ask_still_ends_with_its_result(jobs: Jobs, listener: Listener) -> None:
    go_on = threading.Event()
    job = jobs.start(lambda _job: go_on.wait(SECONDS))
    job.cancel()
    go_on.set()
    ((_, news),) = listener.ends(1)
    assert news in (Finished(True), Stopped())


def test_a_job_stopped_before_its_turn_never_begins(jobs: Jobs, listener: Listener) -> None:
    go_on, began = threading.Event(), threading.Event()
    first = jobs.start(lambda _job: go_on.wait(SECONDS))
    second = jobs.start(lambda _job: began.set())
    second.cancel()
    go_on.set()
    assert listener.ends(2) == [(first.number, Finished(True)), (second.number, Stopped())]
    assert not began.is_set()


def same(value: int, _job: Job) -> int:
    return value


def test_changes_end_in_the_order_they_came(jobs: Jobs, listener: Listener) -> None:
    for number in range(20):
        jobs.start(partial(same, number))
    assert [news for _, news in listener.ends(20)] == [Finished(number) for number in range(20)]


def test_what_only_looks_does_not_wait_for_a_change(jobs: Jobs, listener: Listener) -> None:
    looked = threading.Event()
    jobs.start(lambda _job: looked.wait(SECONDS))
    jobs.start(lambda _job: looked.set(), Lane.LOOK)
    ends = [news for _, news in listener.ends(2)]
    assert Finished(True) in ends


def test_running_lists_what_has_not_ended_in_order(jobs: Jobs, listener: Listener) -> None:
    go_on = threading.Event()
    started = tuple(jobs.start(lambda _job: go_on.wait(SECONDS)) for _ in range(3))
    assert jobs.running == started
    go_on.set()
    listener.ends(3)
    assert jobs.running == ()


def test_closing_stops_every_job_and_leaves_no_thread(listener: Listener) -> None:
    jobs = Jobs(listener.tell)

    def work(job: Job) -> None:
        while True:
            job.check()

    for lane in (Lane.CHANGE, Lane.CHANGE, Lane.LOOK):
        jobs.start(work, lane)
    jobs.close()
    assert {news for _, news in listener.ends(3)} == {Stopped()}
    assert not [one for one in threading.enumerate() if one.name.startswith("inspector-")]
