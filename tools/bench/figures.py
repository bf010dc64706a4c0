"""Figures, and the times that they are made of."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """One thing that was measured on one database.

    Attributes:
        name: what, in words.
        value: the figure; of many times, what 95 of 100 take at most.
        unit: of it, such as "ms".
        median: of many times.
        at_most: what the value may be, if that is promised.
        at_least: what it must be, if that is promised.
        remark: what it was measured on.
    """

    name: str
    value: float
    unit: str = ""
    median: float | None = None
    at_most: float | None = None
    at_least: float | None = None
    remark: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether it is as it was promised to be."""
        return (self.at_most is None or self.value <= self.at_most) and (
            self.at_least is None or self.value >= self.at_least
        )

    @property
    def limit(self) -> str:
        """What it must be, in words; nothing if nothing is promised."""
        if self.at_most is not None:
            return f"≤ {self.at_most:g} {self.unit}".rstrip()
        return f"≥ {self.at_least:g} {self.unit}".rstrip() if self.at_least is not None else ""

    @property
    def said(self) -> str:
        """The figure in words; of many times the median and the 95th percentile."""
        numbers = [_rounded(each) for each in (self.median, self.value) if each is not None]
        return f"{' / '.join(numbers)} {self.unit}".rstrip() + ("" if self.is_kept else " MISSED")


def _rounded(value: float) -> str:
    """Return a number with three digits that count, as people write it."""
    return f"{float(f'{value:.3g}'):,g}"


@contextmanager
def left_alone() -> Iterator[None]:
    """Let the collector of garbage pass over everything that is held now."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def milliseconds(act: Callable[[T], object], things: Iterable[T]) -> list[float]:
    """Do something to each of some things, and return how long each time took."""
    times = []
    for each in things:
        started = perf_counter()
        act(each)
        times.append((perf_counter() - started) * 1000)
    return times


def time_figure(name: str, times: list[float], at_most: float | None = None, remark: str = "") -> Figure:
    """Make a figure of many times, in milliseconds."""
    most = quantiles(times, n=20, method="inclusive")[-1]
    return Figure(name, most, "ms", median(times), at_most, remark=remark)
