"""Parts of the suite run side by side, and what one says is not mixed with what another says."""

import sys

from tools import parts
from tools.parts import Part, run_all


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_parts_run_side_by_side(monkeypatch, tmp_path):
    monkeypatch.setattr(parts, "PROCESSORS", 2)
    wait = f"""
import pathlib, time
mine, other = (pathlib.Path({str(tmp_path)!r}) / name for name in NAMES)
mine.touch()
end = time.monotonic() + 30
while not other.exists():
    assert time.monotonic() < end, "the other part has not started"
"""
    done = run_all(
        [
            Part("one", python(wait.replace("NAMES", "('one', 'two')"))),
            Part("two", python(wait.replace("NAMES", "('two', 'one')"))),
        ]
    )
    assert [each.passed for each in done] == [True, True]


def test_what_parts_say_is_printed_part_by_part(capfd):
    run_all([Part(name, python(f"print('{name} begins'); print('{name} ends')")) for name in ("one", "two")])
    output = capfd.readouterr().out
    for name in ("one", "two"):
        assert f"{name} begins\n{name} ends\n" in output
