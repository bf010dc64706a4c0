"""A worker that carries out schedules, for tests that run several or kill one.

    python -m tests.editorial.scheduled_worker [listed | published | taken_down]

It stops at the place that is named, says "paused", and goes on when a line comes in: once it knows what is due and has
locked nothing (`listed`), or within the transaction, when the page is saved and the rest is not. In the end it says in
JSON what it did, and how many signals of a publication or a taking down it has sent.
"""

import json
import sys
from dataclasses import asdict
from typing import Any


def pause() -> None:
    """Say where we are, and wait to be let go."""
    print("paused", flush=True)
    sys.stdin.readline()


def main(place: str = "") -> None:
    """Carry out what is due, with a pause."""
    import django

    django.setup()
    from wagtail.signals import page_published, page_unpublished

    from editorial import schedules

    sent = []

    def count(sender: type, **_kwargs: Any) -> None:
        sent.append(sender)

    def stop(sender: type, **_kwargs: Any) -> None:
        pause()

    def attempt_after_a_pause(*args: Any, attempt: Any = schedules._attempt) -> bool:
        pause()
        return bool(attempt(*args))

    for signal in (page_published, page_unpublished):
        signal.connect(count)
    if place == "listed":
        schedules._attempt = attempt_after_a_pause
    elif place:
        {"published": page_published, "taken_down": page_unpublished}[place].connect(stop)
    print(json.dumps({**asdict(schedules.carry_out_due()), "signals": len(sent)}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
