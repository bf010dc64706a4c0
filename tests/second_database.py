"""Which tests are worth running again on a second database."""

from collections import defaultdict

import pytest

USE_A_DATABASE = {"db", "django_db_setup", "live_server", "transactional_db"}
SAMPLE = 4  # tests of one file: those about one subject ask the database much the same


def add_options(parser: pytest.Parser) -> None:
    """Add the two options, of which the second narrows the first."""
    parser.addoption("--only-database", action="store_true", help="leave out the tests that ask no database")
    parser.addoption("--sample", action="store_true", help=f"of those, run {SAMPLE} of each file, and all each_case")


def choose(config: pytest.Config, items: list[pytest.Item]) -> list[pytest.Item]:
    """Return the tests that the options ask for, in their order; all of them without an option.

    Left out is what asks no database, what is marked so, and of a test with many cases all but its first: cases differ
    in what they put in, not in how the database is asked. Those marked `each_case` do differ there.
    """
    if not config.getoption("--only-database"):
        return items
    kept: dict[str, pytest.Item] = {}
    for item in sorted(items, key=as_written):
        if item.get_closest_marker("one_database") is None and asks_database(item):
            test = item.nodeid.partition("[")[0]
            kept.setdefault(item.nodeid if item.get_closest_marker("each_case") else test, item)
    found = list(kept.values())
    chosen = set(sample(found) if config.getoption("--sample") else found)
    return [item for item in items if item in chosen]


def as_written(item: pytest.Item) -> tuple[str, int, list[int]]:
    """Return a key that puts shuffled tests back into the order of the files."""
    case = getattr(item, "callspec", None)
    return str(item.path), item.location[1] or 0, list(case.indices.values()) if case else []


def sample(items: list[pytest.Item]) -> list[pytest.Item]:
    """Return tests from all over each file, always the same, and all whose cases ask the database otherwise."""
    by_file: dict[str, list[pytest.Item]] = defaultdict(list)
    kept = {item for item in items if item.get_closest_marker("each_case")}
    for item in items:
        if item not in kept:
            by_file[str(item.path)].append(item)
    for tests in by_file.values():
        kept |= {tests[len(tests) * number // SAMPLE] for number in range(SAMPLE)}
    return [item for item in items if item in kept]


def asks_database(item: pytest.Item) -> bool:
    """Whether a test reads or writes the database."""
    return bool(item.get_closest_marker("django_db") or USE_A_DATABASE & set(getattr(item, "fixturenames", ())))
