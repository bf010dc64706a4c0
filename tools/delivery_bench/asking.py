"""Asks the site for pages in this process, past any server: how long each takes, and how many queries."""

from collections.abc import Iterable
from time import perf_counter

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tools.bench.figures import left_alone
from tools.delivery_bench.site import HOST

WARM = 3  # requests that do not count


class Reader:
    """A reader without a session, whose every request is answered anew where `PAGE_CACHE` is off."""

    def __init__(self) -> None:
        self.client = Client(headers={"host": HOST})

    def ask(self, path: str) -> bytes:
        """Return what a path is answered with.

        Raises:
            RuntimeError: it is no 200.
        """
        response = self.client.get(path)
        if response.status_code != 200:
            raise RuntimeError(f"{path} is answered with {response.status_code}.")
        return b"".join(response) if response.streaming else response.content

    def milliseconds(self, paths: list[str]) -> list[float]:
        """Return how long each path takes, after a few that do not count."""
        for path in paths[:WARM]:
            self.ask(path)
        times = []
        with left_alone():
            for path in paths:
                started = perf_counter()
                self.ask(path)
                times.append((perf_counter() - started) * 1000)
        return times

    def first_byte(self, path: str) -> float:
        """Return how many seconds the first part of an answer takes."""
        started = perf_counter()
        response = self.client.get(path)
        if response.streaming:
            next(iter(response))
        return perf_counter() - started

    def queries(self, paths: Iterable[str]) -> int:
        """Return how many queries the path takes that takes most, when it has been asked for before."""
        most = 0
        for path in paths:
            self.ask(path)
            with CaptureQueriesContext(connection) as captured:
                self.ask(path)
            most = max(most, len(captured))
        return most
