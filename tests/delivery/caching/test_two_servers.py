"""A change by one process is seen by readers of two others within a second, with Redis and without."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from content.factories import make_news
from news.models import NewsIndexPage
from tests.own_database import copy_of_database
from tests.redis_server import MISSING, redis_server
from tools import ROOT
from tools.delivery_bench.site import Served, Site

SETTINGS = "tests.delivery.caching.served_settings"
WITHIN = 1  # second
TAKE_DOWN = "from news.models import NewsPage; NewsPage.objects.get(slug='znika').unpublish()"
RENAME = "from core.models import AssociationSettings as A; a = A.objects.get(); a.name_pl = 'Po zmianie'; a.save()"

pytestmark = [
    pytest.mark.skipif(MISSING, reason="Redis is not installed"),
    pytest.mark.django_db,
    pytest.mark.one_database,
]


@pytest.fixture
def committed(django_db_setup, django_db_blocker, tmp_path) -> Iterator[str]:
    """The address of a database that other processes see."""
    with copy_of_database(django_db_blocker, tmp_path) as address:
        yield address


@pytest.fixture
def _django_db_helper(committed):
    """Stands in for pytest-django's, which keeps a test in one transaction that other processes do not see."""


@pytest.fixture(params=["redis", "database"])
def servers(request, committed, db, tmp_path, tmp_path_factory) -> Iterator[tuple[Site, dict[str, str], list[Served]]]:
    """A site, the settings of its caches, and two servers of it with processes of their own."""
    section = NewsIndexPage.objects.get(locale__language_code="pl")
    make_news(section, title="Wiadomość, która znika", slug="znika")
    with ExitStack() as stack:
        redis = stack.enter_context(redis_server(tmp_path_factory.mktemp("redis"))) if request.param == "redis" else ""
        caches = {"PAGE_CACHE": "true", "REDIS_URL": redis, "DJANGO_SETTINGS_MODULE": SETTINGS}
        first, second = Site(tmp_path, committed), Site(tmp_path, committed)
        yield first, caches, [stack.enter_context(each.served(**caches)) for each in (first, second)]


def tell(site: Site, caches: dict[str, str], code: str) -> None:
    """Run code in a process beside the servers."""
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    subprocess.run(command, cwd=ROOT, env=site.environment(**caches), check=True, capture_output=True)


def seen_after(servers: list[Served], path: str, text: str, *, there: bool) -> float:
    """Return after how many seconds both servers say a text, or say it no more."""
    started = time.monotonic()
    waiting = list(servers)
    while waiting and time.monotonic() - started < 10 * WITHIN:
        waiting = [each for each in waiting if (text in each.read(path).decode()) is not there]
        time.sleep(0.01)
    return time.monotonic() - started


def test_what_one_process_changes_two_others_show_within_a_second(servers):
    site, caches, both = servers
    for each in both:
        for _kept in range(3):
            assert "Wiadomość, która znika" in each.read("/aktualnosci/").decode()
            assert "Po zmianie" not in each.read("/").decode()
    tell(site, caches, TAKE_DOWN)
    assert seen_after(both, "/aktualnosci/", "Wiadomość, która znika", there=False) < WITHIN
    tell(site, caches, RENAME)
    assert seen_after(both, "/", "Po zmianie", there=True) < WITHIN
