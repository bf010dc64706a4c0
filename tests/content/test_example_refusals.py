"""When the example set is not loaded, and what it is drawn from."""

from io import BytesIO

import pytest
from django.conf import settings as project_settings
from django.core.management import CommandError, call_command
from PIL import Image

from accounts.models import User
from content.example import ExampleRefused
from content.example.load import load_example
from content.example.pictures import PICTURES
from content.models import ExampleItem


def files():
    return sorted(path.name for path in project_settings.MEDIA_ROOT.rglob("*") if path.is_file())


def test_example_is_refused_where_debug_is_off(structure, settings):
    settings.DEBUG = False
    users = User.objects.count()
    with pytest.raises(CommandError):
        call_command("load_example")
    with pytest.raises(CommandError):
        call_command("demo_accounts")
    assert User.objects.count() == users
    assert not ExampleItem.objects.exists()


def test_failed_load_leaves_no_file(structure, settings, monkeypatch):
    settings.DEBUG = True
    earlier = files()
    monkeypatch.setattr("content.example.load.PICTURES", {"one": ("One", "png", PICTURES["arms-lipy"][2])})
    with pytest.raises(KeyError):
        load_example()
    assert files() == earlier
    assert not ExampleItem.objects.exists()


def test_pictures_are_the_same_every_time_and_small(db):
    for name, (_title, _ending, draw) in PICTURES.items():
        content = draw()
        assert len(content) < 150_000, name
        assert Image.open(BytesIO(content)).size in {(1600, 900), (900, 1200), (600, 700), (1344, 168)}
    assert PICTURES["contours"][2]() == PICTURES["contours"][2]()
    assert PICTURES["valley"][2]() == PICTURES["valley"][2]()


def test_account_of_somebody_else_is_not_taken_over(structure, settings):
    settings.DEBUG = True
    other = User.objects.create_user("agata", email="Autor@example.org", password="a long password")
    with pytest.raises(ExampleRefused):
        load_example()
    other.refresh_from_db()
    assert other.check_password("a long password")
    assert not ExampleItem.objects.exists()
