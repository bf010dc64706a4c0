"""Measure how well facts are compared: parity of translations and classes of changes, on the corpora of the tests.

    python -m tools.corpus [file ...]

A corpus is a YAML file of pairs (a Polish passage, its English translation, and the kind of the one fact in which they
differ, or null) and changes (two versions of a Polish text, the class of the change, and the kinds of its facts). The
exit code is 1 if any file is below the limits.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tools import ROOT

sys.path.insert(1, str(ROOT / "site"))

from translation.facts.changes import classify
from translation.facts.parity import Discrepancy, compare

FOLDER = ROOT / "tests" / "translation" / "corpus"
LEAST_PARITY = 0.95  # both precision and recall
LEAST_CLASSES = 0.9


@dataclass
class Measured:
    """What one corpus has shown; shares are from 0 to 1."""

    pairs: int = 0
    right_alarms: int = 0
    false_alarms: int = 0
    overlooked: int = 0
    changes: int = 0
    right_classes: int = 0
    right_kinds: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of the alarms that were right."""
        return _share(self.right_alarms, self.right_alarms + self.false_alarms)

    @property
    def recall(self) -> float:
        """The share of the differences that were found."""
        return _share(self.right_alarms, self.right_alarms + self.overlooked)

    @property
    def classes(self) -> float:
        """The share of the changes whose class was right."""
        return _share(self.right_classes, self.changes)

    @property
    def kinds(self) -> float:
        """The share of the changes whose kinds of facts were all right."""
        return _share(self.right_kinds, self.changes)

    @property
    def is_good_enough(self) -> bool:
        """Whether it is within the limits."""
        return min(self.precision, self.recall) >= LEAST_PARITY and self.classes >= LEAST_CLASSES


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def corpora() -> list[Path]:
    """Return the corpora that there are."""
    return sorted(FOLDER.glob("*.yaml"))


def measure(corpus: dict[str, Any]) -> Measured:
    """Compare what a corpus says with what the rules find."""
    measured = Measured()
    for pair in corpus.get("pairs") or ():
        _measure_pair(pair, measured)
    for change in corpus.get("changes") or ():
        _measure_change(change, measured)
    return measured


def _measure_pair(pair: dict[str, Any], measured: Measured) -> None:
    measured.pairs += 1
    found = compare(pair["pl"], pair["en"])
    if bool(found) == bool(pair["differs"]):
        measured.right_alarms += bool(found)
        return
    said = f"{pair['id']} ({pair['differs'] or 'the same'})\n    {pair['pl']}\n    {pair['en']}"
    if found:
        measured.false_alarms += 1
        measured.misses.append(f"false alarm: {said}\n    found: {'; '.join(map(_told, found))}")
    else:
        measured.overlooked += 1
        measured.misses.append(f"overlooked: {said}")


def _told(found: Discrepancy) -> str:
    sides = (fact.text if fact else "nothing" for fact in (found.polish, found.english))
    return f"{found.kind}: {' | '.join(sides)}"


def _measure_change(change: dict[str, Any], measured: Measured) -> None:
    measured.changes += 1
    found = classify(change["before"], change["after"])
    kinds = sorted(map(str, found.kinds))
    right_class, right_kinds = found.drift == change["class"], kinds == sorted(change["kinds"])
    measured.right_classes += right_class
    measured.right_kinds += right_kinds
    if not (right_class and right_kinds):
        measured.misses.append(
            f"{'kinds' if right_class else 'class'}: {change['id']} ({change['class']} {change['kinds']}), "
            f"found {found.drift} {kinds}\n    {change['before']}\n    {change['after']}"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what each corpus shows, and every miss."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, help="corpora; without any, those of the tests")
    good = True
    for path in parser.parse_args(arguments).files or corpora():
        measured = measure(yaml.safe_load(path.read_text(encoding="utf-8")))
        good = good and measured.is_good_enough
        print(
            f"{path.name}: {measured.pairs} pairs, parity precision {measured.precision:.3f}, recall "
            f"{measured.recall:.3f}; {measured.changes} changes, classes {measured.classes:.3f}, "
            f"kinds {measured.kinds:.3f}{'' if measured.is_good_enough else '  BELOW THE LIMITS'}"
        )
        for miss in measured.misses:
            print(f"  {miss}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
