"""`make test` runs every part, hides no failure, and says what it left out."""

import sys

import pytest

from tools import suite
from tools.parts import Missing, Part


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.fixture
def run_suite(monkeypatch, capfd):
    """Run the suite with these parts in place of its own; return its exit code and what it printed."""

    def run_with(*parts: Part | Missing, arguments: tuple[str, ...] = ()) -> tuple[object, str]:
        monkeypatch.setattr(suite, "lint", lambda: iter(parts))
        monkeypatch.setattr(sys, "argv", ["suite", "lint", *arguments])
        with pytest.raises(SystemExit) as ended:
            suite.main()
        return ended.value.code, capfd.readouterr().out

    return run_with


def test_every_part_runs_after_one_has_failed(run_suite):
    code, output = run_suite(
        Part("first", python("raise SystemExit(3)")), Part("second", python("print('second ran')"))
    )
    assert code
    assert "second ran" in output
    assert "FAILED   first" in output
    assert "1 of 2 parts failed." in output


def test_a_command_that_is_not_there_is_a_failure(run_suite):
    code, output = run_suite(Part("first", ["./no-such-command"]))
    assert code
    assert "FAILED   first" in output


def test_what_was_left_out_is_named_with_the_command_that_gets_it(run_suite):
    code, output = run_suite(Part("first", python("")), Missing("browser", "no Chromium", "apt-get install chromium"))
    assert not code
    assert "LEFT OUT browser: no Chromium. To have it run:  apt-get install chromium" in output
    assert "nothing was left out" not in output


def test_ci_fails_when_a_part_was_left_out(run_suite):
    code, _output = run_suite(
        Part("first", python("")), Missing("browser", "no Chromium", "…"), arguments=("--nothing-left-out",)
    )
    assert code


def test_parts_do_not_see_the_databases_of_the_shell(run_suite, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://somewhere/production")
    code, _output = run_suite(Part("first", python("import os; assert 'DATABASE_URL' not in os.environ")))
    assert not code


def test_without_a_name_every_group_runs(monkeypatch, capfd):
    monkeypatch.setattr(sys, "argv", ["suite"])
    monkeypatch.setattr(suite, "install_programs", lambda: None)
    for name in ("lint", "types", "django"):
        monkeypatch.setattr(suite, name, lambda name=name: iter([Part(name, python(""))]))
    monkeypatch.setattr(suite, "tests", lambda _stack, *, in_depth: iter([Part("tests", python(""))]))
    with pytest.raises(SystemExit) as ended:
        suite.main()
    assert not ended.value.code
    assert "All 4 parts passed, nothing was left out." in capfd.readouterr().out
