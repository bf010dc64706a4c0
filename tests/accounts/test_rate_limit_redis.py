"""Limits and probes with a real Redis, which several processes share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.redis_server import MISSING, redis_server

pytestmark = [pytest.mark.skipif(MISSING, reason="Redis is not installed"), pytest.mark.one_database]
ROOT = Path(__file__).resolve().parents[2]
SECONDS = 120

# A process that counts 15 times once it is let go, and says how often it was within the limit of 20.
COUNTING = """
import sys, django
django.setup()
from accounts.rate_limit import RateLimit
limit = RateLimit("test", times=20, seconds=10**9)
print("ready", flush=True)
sys.stdin.readline()
print(sum(not limit.count("somebody") for _number in range(15)))
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The address of a Redis."""
    with redis_server(tmp_path_factory.mktemp("redis")) as address:
        yield address


def test_processes_count_together(server):
    env = {**os.environ, "REDIS_URL": server, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    env["PYTHONPATH"] = f"{ROOT / 'site'}:{ROOT}"
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", COUNTING]
    counting = [subprocess.Popen(command, cwd=ROOT, env=env, text=True, stdin=pipe, stdout=pipe) for _two in range(2)]
    for process in counting:
        assert process.stdout.readline() == "ready\n"
    for process in counting:
        process.stdin.write("\n")
        process.stdin.flush()
    within = [int(process.communicate(timeout=SECONDS)[0]) for process in counting]
    assert sum(within) == 20
    assert max(within) <= 15


@pytest.mark.django_db
def test_ready_only_while_redis_answers(client, server, settings, tmp_path):
    stock = settings.CACHES

    def use(address):
        cache = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": address}
        settings.CACHES = {**stock, "default": cache}

    use(server)
    assert client.get("/health/ready/").status_code == 200
    use(f"unix://{tmp_path}/none")
    assert client.get("/health/ready/").status_code == 503
    assert client.get("/health/live/").status_code == 200
    settings.CACHES = stock
