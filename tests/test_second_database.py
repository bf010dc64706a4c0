"""What is run again on a second database."""

import os
import subprocess
import sys

import pytest

from tools import ROOT

TESTS = """
import pytest

@pytest.mark.parametrize("case", "abc")
def test_a(db, case): ...

def test_pure(): ...

@pytest.mark.one_database
def test_long(db): ...

@pytest.mark.each_case
@pytest.mark.parametrize("case", "abc")
def test_z(db, case): ...
"""
CONFTEST = """
import pytest
from tests import second_database

def pytest_addoption(parser):
    second_database.add_options(parser)

@pytest.fixture
def db(): ...

def pytest_collection_modifyitems(config, items):
    items.reverse()
    items[:] = second_database.choose(config, items)
"""
EACH = {"test_z[a]", "test_z[b]", "test_z[c]"}
ALL = {"test_a[a]", "test_a[b]", "test_a[c]", "test_pure", "test_long", *EACH}


@pytest.fixture
def chosen(tmp_path):
    """Return a function that gives the names of the tests chosen with options, of so many more tests in the file."""
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n  one_database\n  each_case\n")

    def collect(*options, more=0):
        functions = "\n".join(f"def test_{number:02}(db): ..." for number in range(more))
        (tmp_path / "test_these.py").write_text(TESTS + functions)
        command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:django", *options]
        result = subprocess.run(
            command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True
        )
        return {line.rpartition("::")[2] for line in result.stdout.splitlines() if "::" in line}

    return collect


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ALL),
        (["--only-database"], {"test_a[a]", *EACH}),
        (["--only-database", "--sample"], {"test_a[a]", *EACH}),
    ],
)
def test_options_choose(chosen, options, expected):
    assert chosen(*options) == expected


def test_sample_is_from_all_over_the_file_and_the_same_in_any_order(chosen):
    names = chosen("--only-database", "--sample", more=15)
    assert names >= EACH
    assert names - EACH == {"test_a[a]", "test_03", "test_07", "test_11"}
