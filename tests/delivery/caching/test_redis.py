"""Pages that are kept in a real Redis, which several web processes share."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.test import override_settings

from core.models import AssociationSettings
from delivery.caching import generation
from tests.delivery.caching.conftest import forget_all
from tests.redis_server import MISSING, redis_server

pytestmark = [
    pytest.mark.skipif(MISSING, reason="Redis is not installed"),
    pytest.mark.one_database,
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Redis."""
    with redis_server(tmp_path_factory.mktemp("redis")) as address:
        yield address


@pytest.fixture
def redis(server: str, settings: Any, structure: Any) -> Iterator[str]:
    """A cache of pages in Redis."""
    settings.CACHES = {
        **settings.CACHES,
        "pages": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": server},
    }
    settings.PAGE_CACHE, settings.REDIS_URL = True, server
    forget_all()
    yield server
    forget_all()


def test_second_process_answers_with_what_the_first_has_kept(client, redis, django_assert_num_queries):
    first = client.get("/")
    generation._seen = generation.Seen()  # as a process that has just begun
    with django_assert_num_queries(0):
        assert client.get("/").content == first.content


def test_change_by_one_process_is_seen_in_all(client, redis, django_capture_on_commit_callbacks):
    client.get("/")
    known = generation._seen
    generation._seen = generation.Seen()
    with django_capture_on_commit_callbacks(execute=True):
        AssociationSettings.objects.update(name_pl="Zmienione")
    generation._seen = known  # the other process has heard of nothing

    assert "Zmienione" in client.get("/").content.decode()


def test_emptied_redis_begins_anew(client, redis):
    before = generation.current()
    caches["pages"].clear()

    assert generation.current() not in {"", before}
    assert client.get("/").status_code == 200


def test_site_answers_without_its_redis(client, redis, settings, tmp_path, caplog):
    gone = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": f"unix://{tmp_path}/none"}
    with override_settings(CACHES={**settings.CACHES, "pages": gone}):
        assert client.get("/").status_code == 200

    assert "cannot be asked" in caplog.text
