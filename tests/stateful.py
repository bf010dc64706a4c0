"""How long machines play that act as people do. `PLAYS` in the environment has them play longer, and anew each time."""

import os
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

PLAYS = int(os.environ.get("PLAYS", "1"))


def play(machine: Any, examples: int, steps: int) -> None:
    """Have a machine play: the same games at every run, unless `PLAYS` asks for so many times more of them.

    Raises:
        AssertionError: an invariant does not hold, with the steps that led there.
    """
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples * PLAYS,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=PLAYS == 1,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        ),
    )
