"""Publishes and takes down what is due: once, or again and again until it is told to stop."""

import logging
import select
import signal
import socket
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections

from editorial.schedules import Outcome, carry_out_due
from library.release import settle, stray_images

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Stands in for Wagtail's command of the same name, which stops at the first page that fails."""

    help = "Publish approved pages whose time has come and take down expired ones."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every",
            type=float,
            metavar="SECONDS",
            help="do it again and again, with so many seconds between, until SIGTERM or SIGINT; 30 is a good number",
        )

    def handle(self, *args: Any, every: float | None = None, **options: Any) -> None:
        """Carry out every due change.

        Raises:
            CommandError: some failed, or were refused and no run before has said so; the others were carried out.
        """
        if every is not None and every <= 0:
            raise CommandError("--every is a number of seconds above 0, such as 30.")
        # A worker that was killed right after it took a page down may have left copies of its images in public.
        settle(stray_images())
        if every is not None:
            self.carry_out_every(every, options["verbosity"])
            return
        outcome = carry_out_due()
        self.report(outcome, options["verbosity"])
        if outcome.failed or outcome.news:
            number = outcome.failed + outcome.refused
            raise CommandError(f"{number} could not be carried out; the log and the history of the pages say why.")

    def carry_out_every(self, seconds: float, verbosity: int) -> None:
        """Carry out what is due, wait, and begin again. A signal to stop lets a round end first."""
        with signals_to_stop() as stopped_within:
            while True:
                close_old_connections()
                try:
                    self.report(carry_out_due(), verbosity)
                except Exception:
                    logger.exception("Schedules were not carried out; the next round begins in %s seconds", seconds)
                close_old_connections()
                if stopped_within(seconds):
                    return

    def report(self, outcome: Outcome, verbosity: int) -> None:
        """Say what was done, if anything was."""
        if verbosity and (outcome.published or outcome.taken_down):
            self.stdout.write(f"{outcome.published} published, {outcome.taken_down} taken down")
            self.stdout.flush()


@contextmanager
def signals_to_stop() -> Iterator[Callable[[float], bool]]:
    """Take SIGTERM and SIGINT as a wish, and give a function that waits so many seconds for one and says if it came."""
    reader, writer = socket.socketpair()
    with closing(reader), closing(writer):
        writer.setblocking(False)
        # Python writes to the socket whatever it is doing then; a flag could be set just before the wait begins.
        before = signal.set_wakeup_fd(writer.fileno())
        handlers = {number: signal.signal(number, lambda *_args: None) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield lambda seconds: bool(select.select([reader], [], [], seconds)[0])
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)
            signal.set_wakeup_fd(before)
