"""How much is measured."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How large the site is that is measured, and how often.

    Attributes:
        pages: in each language.
        units: of the translation memory.
        terms: of the glossary.
        blocks: of one long page.
        times: how often what takes a moment is done.
    """

    pages: int
    units: int
    terms: int
    blocks: int
    times: int


FULL = Size(pages=10_000, units=200_000, terms=1_000, blocks=100, times=300)
# Shows that everything runs, and says nothing of a large site
SMALL = Size(pages=60, units=600, terms=60, blocks=10, times=4)
