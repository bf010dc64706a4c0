"""Measure how well one form of a word finds the others, with each dictionary of Polish that is installed.

    python -m tools.morphology [families.tsv]

A line of the file is a headword, a tab, and forms of it, with spaces between. Any form is searched for in the texts of
all families, each text one form: recall is the share of its own family that is found, precision the share of its own
family among what is found. Each dictionary is measured in a process of its own, as a worker has it.
"""

import argparse
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice, permutations
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from tools import ROOT

sys.path.append(str(ROOT / "site"))

from morphology import keys
from morphology.lemmas import Lemmatiser, Morfeusz, SimpleDictionary, knows_polish

FAMILIES = ROOT / "tests" / "morphology" / "data" / "polish-inflection.tsv"
LEMMATISERS: dict[str, Callable[[], Lemmatiser]] = {
    "simplemma": lambda: SimpleDictionary("pl"),
    "morfeusz2": Morfeusz,
}
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Figures:
    """What was measured with one dictionary: shares from 0 to 1, MiB, seconds, microseconds a word."""

    name: str
    recall: float
    precision: float
    memory: float
    loading: float
    reducing: float

    def __str__(self) -> str:
        return (
            f"{self.name:<10} recall {self.recall:.4f}  precision {self.precision:.4f}  "
            f"memory +{self.memory:.0f} MiB  first word {self.loading:.2f} s  then {self.reducing:.0f} µs a word"
        )


def read_families(path: Path) -> dict[str, list[str]]:
    """Return the forms by headword. Lines that begin with # are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {headword: list(dict.fromkeys([headword, *forms.split()])) for headword, forms in rows}


def recall_and_precision(
    families: dict[str, list[str]], keys_of: Callable[[str], frozenset[str]]
) -> tuple[float, float]:
    """Return both as shares from 0 to 1, over every pair of a form that is asked and another that is there."""
    reduced = [(family, keys_of(form)) for family, forms in families.items() for form in forms]
    own = found = strange = 0
    for (family, asked), (other, there) in permutations(reduced, 2):
        is_found = not asked.isdisjoint(there)
        own += family == other
        found += is_found and family == other
        strange += is_found and family != other
    return found / own, found / (found + strange)


def measure(name: str, path: Path) -> Figures:
    """Measure one dictionary in this process, which must not have read any yet."""
    families = read_families(path)
    before = resident_memory()
    started = perf_counter()
    reducer = keys.reducer("pl", LEMMATISERS[name]())
    reducer.keys("gminami")
    loading = perf_counter() - started
    recall, precision = recall_and_precision(families, reducer.keys)
    words = [form for forms in families.values() for form in forms]
    started = perf_counter()
    for word in words:
        reducer.keys(word)
    reducing = (perf_counter() - started) / len(words) * 1e6
    cache = {word: reducer.keys(word) for word in islice(_many_words(words), keys.CACHED)}
    english = keys.reducer("en")
    english.keys("municipalities")
    memory = (resident_memory() - before) / MEBIBYTE
    del cache
    return Figures(name, recall, precision, memory, loading, reducing)


def _many_words(words: list[str]) -> list[str]:
    """Return more different words than the cache keeps, as long as words are."""
    return [first + second for first in words for second in words]


def resident_memory() -> int:
    """Return the bytes of memory that this process holds now. On Linux only."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) * 1024


def main() -> None:
    """Print the figures, one line a dictionary."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("families", type=Path, nargs="?", default=FAMILIES)
    path = parser.parse_args().families
    names = [name for name in LEMMATISERS if name != "morfeusz2" or knows_polish()]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as processes:
        for figures in processes.map(measure, names, [path] * len(names)):
            print(figures)
    if "morfeusz2" not in names:
        print("morfeusz2 is not installed here")


if __name__ == "__main__":
    main()
