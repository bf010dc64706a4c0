"""The dashboard warns those who answer for the site of contact data of nobody, and of captions that are overdue."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from content.factories import make_news, make_page
from content.loading import block
from content.sample_blocks import video_value
from core.late_captions import LateCaptions, late_captions
from core.models import AssociationSettings
from home.models import StandardPage

ROLES = [("editor", True), ("administrator", True), ("superuser", True), ("author", False), ("translator", False)]
TODAY = timezone.localdate()


@pytest.fixture
def dashboard(client, people):
    """Return a function that opens the dashboard as somebody and returns its text."""

    def read(name):
        client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
        return client.get(reverse("wagtailadmin_home")).content.decode()

    return read


def video(due, captions="due"):
    recorded = str(due - timedelta(days=10))
    return block(uuid4(), "video", video_value(recorded_on=recorded, captions=captions, captions_due=str(due)))


def page_with(structure, *videos, **fields):
    return make_page(StandardPage, structure["pl"].home, body=list(videos), **fields)


@pytest.mark.parametrize(("name", "warned"), ROLES)
def test_contact_data_of_nobody_are_named_until_staff_give_their_own(structure, dashboard, name, warned):
    assert ("placeholder-contact" in dashboard(name)) is warned
    association = AssociationSettings.objects.get()
    association.email, association.phone = "sekretariat@example.org", "+48 12 345 67 89"
    association.save()
    assert "placeholder-contact" not in dashboard(name)


@pytest.mark.parametrize("left", ["email", "phone"])
def test_either_of_them_is_enough_for_the_warning(structure, dashboard, left):
    association = AssociationSettings.objects.get()
    for name, value in {"email": "sekretariat@example.org", "phone": "+48 12 345 67 89"}.items():
        if name != left:
            setattr(association, name, value)
    association.save()
    assert "placeholder-contact" in dashboard("editor")


def test_only_who_may_change_the_settings_is_led_there(structure, dashboard):
    settings_of = reverse(
        "wagtailsettings:edit", args=["core", "associationsettings", AssociationSettings.objects.get().site_id]
    )
    panel = 'class="button button-small" href="' + settings_of
    assert panel in dashboard("administrator")
    assert panel not in dashboard("editor")


@pytest.mark.parametrize(("name", "warned"), ROLES)
def test_pages_with_overdue_captions_are_listed(structure, dashboard, name, warned):
    page = page_with(structure, video(TODAY - timedelta(days=1)), title="Sesja")
    html = dashboard(name)
    assert ("late-captions" in html) is warned
    assert not warned or reverse("wagtailadmin_pages:edit", args=[page.pk]) in html


def test_captions_are_overdue_once_their_day_has_passed_on_a_live_page(structure):
    page_with(structure, video(TODAY))
    page_with(structure, video(TODAY - timedelta(days=1), captions="included"))
    page_with(structure, video(TODAY - timedelta(days=1)), live=False)
    assert late_captions() == []
    later = page_with(structure, video(TODAY), video(TODAY - timedelta(days=3)), video(TODAY - timedelta(days=2)))
    longest = make_news(structure["pl"].sections["news"], body=[video(TODAY - timedelta(days=9))])

    assert late_captions() == [
        LateCaptions(longest.pk, longest.title, TODAY - timedelta(days=9)),
        LateCaptions(later.pk, later.title, TODAY - timedelta(days=3)),
    ]


def test_number_of_pages_costs_no_query(structure):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            late_captions()
        return len(captured)

    page_with(structure, video(TODAY - timedelta(days=1)))
    before = queries()
    for _number in range(3):
        page_with(structure, video(TODAY - timedelta(days=1)))
    assert queries() == before
