"""What watches over the site asks these."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from delivery import health


@pytest.mark.parametrize("address", ["/health/live/", "/health/ready/"])
@pytest.mark.django_db
def test_a_site_that_runs_says_so_and_is_never_cached(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


@pytest.fixture
def database_down(monkeypatch):
    def refuse():
        raise OperationalError("connection to server at 10.0.0.7 failed: password")

    monkeypatch.setattr(connection, "cursor", refuse)


def test_not_ready_without_the_database_and_no_word_why(client, database_down):
    response = client.get("/health/ready/")
    assert response.status_code == 503
    assert response.content == b"unavailable\n"
    assert "no-store" in response["Cache-Control"]


def test_alive_without_the_database(client, database_down):
    assert client.get("/health/live/").status_code == 200


@pytest.mark.django_db
def test_not_ready_without_the_cache(client, monkeypatch):
    def refuse(*_args):
        raise ConnectionError("redis")

    monkeypatch.setattr(health.cache, "get", refuse)
    assert client.get("/health/ready/").status_code == 503


@pytest.mark.django_db
def test_not_ready_before_the_database_has_all_migrations(client, monkeypatch):
    monkeypatch.setattr(health, "_migrated", set())
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied("operations", "0001_initial")
    assert client.get("/health/ready/").status_code == 503
    recorder.record_applied("operations", "0001_initial")
    assert client.get("/health/ready/").status_code == 200
