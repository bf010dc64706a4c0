"""How much is measured, and for how long."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How large the site gets, and how long each part takes.

    Attributes:
        example: whether the site has the example content besides its structure.
        news: the numbers of news items at which growth is measured.
        searched: the numbers of news items at which search is measured.
        reindexed: the number of news items at which the index is built anew.
        texts: different ones; beyond so many, news items say again what others say.
        seconds: that each address is asked for in one round.
        rounds: of a page and what it is compared with, one after the other.
        times: how often what takes a moment is done.
        beside: whether what has no limit is measured too: granian, pages of which no part is kept, without compression.
        requests: after which the memory of workers is looked at, first and last.
    """

    example: bool
    news: tuple[int, ...]
    searched: tuple[int, ...]
    reindexed: int
    texts: int
    seconds: int
    rounds: int
    times: int
    beside: bool
    requests: tuple[int, int]

    @property
    def steps(self) -> list[int]:
        """The numbers of news items at which something of search is measured, in their order."""
        return sorted({*self.searched, self.reindexed})


FULL = Size(
    example=True,
    news=(100, 10_000, 100_000),
    searched=(1_000, 100_000),
    reindexed=10_000,
    texts=1_000,
    seconds=5,
    rounds=3,
    times=60,
    beside=True,
    requests=(2_000, 10_000),
)
# Shows that everything runs, and says nothing of a site that is read
SMALL = Size(
    example=False,
    news=(10, 40),
    searched=(20, 40),
    reindexed=20,
    texts=20,
    seconds=1,
    rounds=1,
    times=3,
    beside=False,
    requests=(40, 80),
)
