"""Runs the jobs that come back, until it is told to stop."""

import logging
from threading import Event, Thread
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections, connection

from editorial.management.commands.publish_scheduled import signals_to_stop
from operations.jobs.running import run_if_due, seconds_until_due
from operations.jobs.schedule import JOBS, LANES, Job

logger = logging.getLogger(__name__)

SHORTEST_WAIT, LONGEST_WAIT = 1.0, 15.0  # seconds; others may run what we wait for, and a database may be away


class Command(BaseCommand):
    """Any number of them may run, on one machine or on several: each job is run by one at a time, and once when due."""

    help = "Run every job when it is due, until SIGTERM or SIGINT, which let the jobs that run end first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="run what is due now, one after the other, and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        """Run them in lanes of their own, so that a slow one holds up only its like."""
        if once:
            for job in JOBS:
                run_if_due(job)
            return
        stopping = Event()
        lanes = [
            Thread(target=in_lane, args=([job for job in JOBS if job.lane == name], stopping), name=name)
            for name in LANES
        ]
        with signals_to_stop() as stopped_within:
            for lane in lanes:
                lane.start()
            while not stopped_within(60):
                pass
            logger.info("Stopping: what runs ends first")
            stopping.set()
            for lane in lanes:
                lane.join()


def in_lane(jobs: list[Job], stopping: Event) -> None:
    """Run a lane in a thread, whose connection goes with it."""
    try:
        run_lane(jobs, stopping)
    finally:
        connection.close()


def run_lane(jobs: list[Job], stopping: Event) -> None:
    """Run what is due of some jobs, wait, and begin again, until it is time to stop."""
    while not stopping.is_set():
        close_old_connections()
        wait = LONGEST_WAIT
        try:
            for job in jobs:
                if stopping.is_set():
                    break
                run_if_due(job)
            wait = min(max(seconds_until_due(jobs), SHORTEST_WAIT), LONGEST_WAIT)
        except Exception:  # a lane outlives a database that is away
            logger.exception("Jobs could not be run; the next attempt comes in %s seconds", wait)
        close_old_connections()
        stopping.wait(wait)
