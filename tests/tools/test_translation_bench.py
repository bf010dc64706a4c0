"""The tool that measures the translators' desk runs on a small site, and fails where a limit is not held."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from importlib import import_module
from itertools import count

import pytest

from tools import ROOT
from tools.bench import figures
from tools.bench.figures import Figure, time_figure
from tools.bench.machine import machine
from tools.translation_bench import __main__ as bench
from tools.translation_bench.measuring import Measured, names_of_parts
from tools.translation_bench.sizes import SMALL, Size

PROMISED = {
    "drift": {"what changed, found": "≤ 20 ms", "what changed, found and kept": "≤ 20 ms"},
    "facts": {"facts of a page compared": "≤ 500 ms"},
    "memory": {
        "similar texts looked up": "≤ 50 ms",
        "the best pair found, of sentences of 5-40 words": "≥ 0.95",
        "a page remembered": "≤ 100 ms",
    },
    "merge": {"structure merged": "≤ 500 ms", "structure merged and saved": "≤ 500 ms"},
    "queue": {"queries of the queue, at most": "≤ 15", "queries of the matrix, at most": "≤ 15"},
    "states": {"all states recomputed": "≤ 60 s"},
    "terms": {"a paragraph compared": "≤ 20 ms"},
}


def figures_of(part: str) -> list[Figure]:
    return list(import_module(f"tools.translation_bench.parts.{part}").figures(SMALL))


@pytest.mark.django_db
@pytest.mark.parametrize("part", PROMISED)
def test_each_part_measures_what_is_promised(part):
    limits = {each.name: each.limit for each in figures_of(part)}
    assert limits.items() >= PROMISED[part].items()


def test_no_part_is_forgotten():
    assert names_of_parts() == sorted(PROMISED)


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["drift", "facts", "merge"])
def test_what_takes_too_long_is_missed(part, monkeypatch):
    seconds = count()
    monkeypatch.setattr(figures, "perf_counter", lambda: next(seconds))
    found = [each for each in figures_of(part) if each.limit]
    assert found
    assert not any(each.is_kept for each in found)


@pytest.mark.django_db
def test_a_query_too_many_is_missed(monkeypatch):
    queue = import_module("tools.translation_bench.parts.queue")
    monkeypatch.setattr(queue, "queries_of", lambda *_way: queue.MOST_QUERIES + 1)
    assert [each.name for each in figures_of("queue") if not each.is_kept] == [
        "queries of the queue, at most",
        "queries of the matrix, at most",
    ]


@pytest.fixture
def run_bench(monkeypatch, capfd) -> Callable[..., tuple[object, str, str]]:
    """Run the command with times that are given by part and database; return its exit code and what it printed."""

    def run_with(times: Callable[[str, str], list[float]], *arguments: str) -> tuple[object, str, str]:
        def measured(part: str, address: str, _size: Size) -> Measured:
            name = "SQLite" if address.startswith("sqlite") else "PostgreSQL"
            return Measured(f"{name} 1.2", [time_figure(f"something of {part}", times(part, name), at_most=20)])

        monkeypatch.setattr(bench, "measured", measured)
        with pytest.raises(SystemExit) as ended:
            bench.main(arguments)
        return ended.value.code, *capfd.readouterr()

    return run_with


@pytest.fixture
def server(monkeypatch) -> None:
    """A server that answers."""
    monkeypatch.setattr(bench, "server_for_tests", lambda: nullcontext("postgres://measured@localhost/name"))


@pytest.fixture
def no_server(monkeypatch) -> None:
    """No server answers."""
    monkeypatch.setattr(bench, "server_for_tests", lambda: nullcontext(None))


@pytest.mark.usefixtures("server")
def test_limit_median_and_95th_percentile_stand_side_by_side_for_both_databases(run_bench):
    code, printed, _errors = run_bench(
        lambda _part, name: [1, 2, 3] if name == "SQLite" else [4, 5, 6], "--only", "drift", "merge"
    )
    assert code is None
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in printed.splitlines() if line[:1] == "|"]
    assert cells[0] == ["part", "what", "limit", "SQLite", "PostgreSQL", "of what"]
    assert cells[2] == ["drift", "something of drift", "≤ 20 ms", "2 / 2.9 ms", "5 / 5.9 ms", ""]
    assert [row[0] for row in cells[2:]] == ["drift", "merge"]
    assert machine() in printed
    assert "SQLite 1.2; PostgreSQL 1.2" in printed


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("name", ["SQLite", "PostgreSQL"])
def test_a_limit_that_one_database_does_not_hold_is_a_failure(name, run_bench):
    code, printed, _errors = run_bench(
        lambda part, where: [1, 2, 30] if (part, where) == ("drift", name) else [1, 2], "--only", "drift", "merge"
    )
    assert "Not held:" in code
    assert f"drift, something of drift, on {name}" in code
    assert printed.count("MISSED") == 1


@pytest.mark.usefixtures("no_server")
def test_without_a_server_nothing_is_measured_unless_one_database_is_enough(run_bench):
    code, printed, _errors = run_bench(lambda *_what: [1, 2])
    assert "No PostgreSQL server answers" in code
    assert not printed
    code, printed, _errors = run_bench(lambda *_what: [1, 2], "--on", "SQLite")
    assert code is None
    assert "PostgreSQL" not in printed


def test_the_command_makes_a_database_of_its_own_and_removes_it(tmp_path):
    command = [sys.executable, "-m", "tools.translation_bench", "--only", "facts", "--on", "SQLite", "--small"]
    environment = {**os.environ, "TMPDIR": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert "| facts | facts of a page compared " in done.stdout
    assert not list(tmp_path.glob("*.sqlite3"))
    assert not list(tmp_path.glob("translation-bench-*"))
