"""The example set: marked, valid, loaded once, removed without a trace."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.conf import settings as project_settings
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Collection, Page, ReferenceIndex, Revision, Site
from wagtail.search.models import IndexEntry

from accounts.models import User
from checks.findings import findings_in
from content.example.accounts import DEMO_PASSWORD
from content.example.days import day_of, moment_of
from content.example.load import load_example
from content.example.remove import remove_example
from content.example.texts import MARK
from content.factories import make_image, make_news, make_translation
from content.loading import block, key_of
from content.models import ExampleItem
from core.alerts import AlertSettings
from core.models import AssociationSettings
from editorial.digest import page_digest
from editorial.models import Approval, Contribution
from home.models import HomePage
from library.models import CustomDocument, CustomImage
from members.models import MemberPage
from news.events import is_upcoming
from news.models import EventPage, NewsPage
from notifications.models import Notification
from publications.models import PublicationPage


def home_pages():
    return [str(pk) for pk in HomePage.objects.values_list("pk", flat=True)]


def records_of_others():
    """Return how many approvals and contributions there are of pages other than home pages."""
    return [model.objects.exclude(page_id__in=home_pages()).count() for model in (Approval, Contribution)]


def snapshot():
    """Return all that is there, so that two moments can be compared."""
    return {
        "pages": {page.pk: (page.title, page.live, page_digest(page)) for page in Page.objects.specific()},
        # Home pages keep the history of what was put on them and taken away.
        "revisions": set(Revision.objects.exclude(object_id__in=home_pages()).values_list("pk", flat=True)),
        "images": set(CustomImage.objects.values_list("pk", flat=True)),
        "documents": set(CustomDocument.objects.values_list("pk", flat=True)),
        "collections": set(Collection.objects.values_list("name", flat=True)),
        "accounts": set(User.objects.filter(is_active=True).values_list("username", flat=True)),
        "settings": list(AssociationSettings.objects.values()),
        "alerts": list(AlertSettings.objects.values()),
        "references": sorted(
            ReferenceIndex.objects.values_list("content_type_id", "object_id", "to_object_id", "model_path")
        ),
        "index": sorted(IndexEntry.objects.values_list("content_type_id", "object_id")),
    }


@pytest.fixture(scope="module")
def before(django_db_setup, django_db_blocker):
    """The example set, loaded once for this module; the value is what was there before."""
    with django_db_blocker.unblock(), transaction.atomic():
        earlier = snapshot()
        project_settings.DEBUG = True
        load_example()
        project_settings.DEBUG = False
        yield earlier
        transaction.set_rollback(True)


@pytest.fixture
def example(before, db, settings):
    """The example set in one test, on a developer's machine."""
    settings.DEBUG = True
    return before


def example_pages():
    return [item.item for item in ExampleItem.objects.filter(key__startswith="page:")]


def test_no_check_stands_in_the_way_of_any_page(example):
    found = [
        f"{page.title} › {finding.place}: {finding.message}"
        for page in Page.objects.filter(depth__gt=1).specific()
        for finding in findings_in(page)
        if finding.blocks
    ]
    assert not found


def test_every_page_is_marked_and_valid(example):
    pages = example_pages()
    for page in pages:
        assert page.title.endswith(MARK[page.locale.language_code])
        page.full_clean()
        for name in ("body", "files"):
            if hasattr(page, name):
                getattr(page, name).stream_block.clean(getattr(page, name))
    assert {type(page) for page in pages} == {MemberPage, NewsPage, EventPage, PublicationPage}


def test_set_is_large_enough_to_show_both_languages(example):
    def live(model, language):
        return model.objects.live().filter(locale__language_code=language)

    assert live(NewsPage, "pl").count() == 12
    assert live(NewsPage, "en").count() == 9
    assert live(PublicationPage, "pl").count() == 5
    assert live(PublicationPage, "en").count() == 4
    assert live(MemberPage, "pl").count() == live(MemberPage, "en").count() == 7
    assert live(NewsPage, "pl").filter(featured=True).count() == 1
    assert live(EventPage, "pl").count() == 5
    assert live(EventPage, "en").count() == 4


def test_events_are_near_the_day_of_loading(example):
    events = EventPage.objects.filter(locale__language_code="pl")
    assert events.filter(is_upcoming()).count() == 4
    assert {event.state for event in events} == {"planned", "cancelled"}
    assert {event.attendance for event in events} == set(EventPage.Attendance.values)
    assert any(event.all_day for event in events)
    for event in EventPage.objects.filter(locale__language_code="en"):
        assert event.starts_at == event.source.starts_at


@pytest.mark.parametrize("today", ["2026-11-23", "2026-11-25", "2026-11-29"])
def test_days_are_counted_from_the_week_of_loading(today):
    today = date.fromisoformat(today)
    assert day_of({"week": 0, "day": 1}, today) == date(2026, 11, 23)
    assert day_of({"week": -3, "day": 7}, today) == date(2026, 11, 8)
    assert moment_of({"week": 1, "day": 3, "at": "17:30"}, today) == datetime(2026, 12, 2, 16, 30, tzinfo=UTC)


def test_translations_have_the_blocks_of_their_source(example):
    english = [page for page in example_pages() if page.is_translation]
    assert english
    for page in english:
        assert [part.id for part in page.body] == [part.id for part in page.source.body]
        for part, source in zip(page.body, page.source.body, strict=True):
            assert part.block_type == source.block_type


def test_links_lead_to_live_pages_of_the_same_language(example):
    links = ReferenceIndex.objects.filter(
        object_id__in=[str(page.pk) for page in example_pages()],
        to_content_type__app_label="wagtailcore",
        to_content_type__model="page",
        model_path__startswith="body",
    )
    assert links
    for link in links:
        source, target = Page.objects.get(pk=link.object_id), Page.objects.get(pk=link.to_object_id)
        assert target.live
        assert target.locale_id == source.locale_id


def test_loading_twice_changes_nothing(example):
    NewsPage.objects.filter(live=False).first().delete()
    earlier = snapshot()
    assert load_example() is False
    assert snapshot() == earlier


def test_demo_accounts_have_their_roles_and_languages(example, client):
    roles = {
        user.username: [group.name for group in user.groups.all()]
        for user in User.objects.filter(username__in=["autor", "redaktor", "redaktor2", "tlumacz", "gmina", "admin"])
    }
    assert roles == {
        "autor": ["Autor"],
        "redaktor": ["Redaktor"],
        "redaktor2": ["Redaktor"],
        "tlumacz": ["Tłumacz"],
        "gmina": ["Redaktor gminy"],
        "admin": ["Administrator"],
    }
    assert [user.username for user in User.objects.filter(is_superuser=True)] == ["admin"]
    assert User.objects.get(username="tlumacz").wagtail_userprofile.preferred_language == "en"
    for user in User.objects.filter(username__in=roles):
        assert user.check_password(DEMO_PASSWORD)


def test_nobody_is_told_of_example_pages(example):
    assert not Notification.objects.exists()


def test_there_is_something_to_try_for_each_role(example):
    waiting = NewsPage.objects.get(slug="zimowe-warsztaty-rekodziela")
    assert not waiting.live
    assert waiting.current_workflow_state.requested_by.username == "autor"
    for name in ("redaktor", "redaktor2"):
        user = User.objects.get(username=name)
        assert "approve" in [action[0] for action in waiting.current_workflow_task.get_actions(waiting, user)]
    draft = NewsPage.objects.get(slug="nabor-stoisk-na-jarmark-doliny")
    assert draft.permissions_for_user(User.objects.get(username="autor")).can_edit()
    assert not draft.workflow_in_progress
    profile = MemberPage.objects.get(title__startswith="Żabiec", locale__language_code="pl")
    assert profile.permissions_for_user(User.objects.get(username="gmina")).can_edit()
    assert mail.outbox == []


def test_removal_leaves_exactly_the_rest(example, structure, django_capture_on_commit_callbacks):
    member = MemberPage.objects.get(title__startswith="Nibyborze", locale__language_code="pl")
    target = NewsPage.objects.get(slug="szlak-przez-cztery-gminy")
    body = [block(key_of("staff"), "text", f'<p><a linktype="page" id="{target.pk}">szlak</a></p>')]
    with django_capture_on_commit_callbacks(execute=True):
        mine = make_news(
            structure["pl"].sections["news"],
            title="Napisane przez nas",
            areas=[structure["pl"].areas["culture"]],
            members=[member],
            lead_image=CustomImage.objects.get(title__startswith="Dolina"),
            lead_image_alt="Dolina",
            body=body,
        )
        make_translation(NewsPage.objects.get(slug="seniorzy-zalatwia-sprawy-przez-internet"), slug="older-people")
    files = [file.file for model in (CustomImage, CustomDocument) for file in model.objects.all()]
    assert all(file.storage.exists(file.name) for file in files)
    records = records_of_others()
    with django_capture_on_commit_callbacks(execute=True):
        done = remove_example()
    now = snapshot()

    assert mine.pk in now["pages"]
    staff_page = NewsPage.objects.get(pk=mine.pk)
    assert staff_page.live
    assert staff_page.body.raw_data[0]["value"] == body[0]["value"]
    assert [area.pk for area in staff_page.areas.all()] == [structure["pl"].areas["culture"].pk]
    assert not staff_page.members.exists()
    kept = staff_page.lead_image
    assert kept is not None
    assert kept.file.storage.exists(kept.file.name)
    assert done.files_kept == [kept.title]
    assert done.collection_kept
    assert {source for source, _target in done.unlinked} == {"Napisane przez nas"}
    assert len(done.unlinked) == 2
    assert len(done.translations) == 1

    del now["pages"][mine.pk]
    now["revisions"] -= set(Revision.objects.for_instance(staff_page).values_list("pk", flat=True))
    image_type = ContentType.objects.get_for_model(kept).pk  # pages and images may have the same numbers
    for rows in ("index", "references"):
        now[rows] = [row for row in now[rows] if row[1] != str(kept.pk if row[0] == image_type else mine.pk)]
    now["images"].remove(kept.pk)
    now["collections"].remove(kept.collection.name)
    assert now == example
    assert not any(file.storage.exists(file.name) for file in files if file.name != kept.file.name)
    assert records_of_others() == records
    assert "autor" in done.accounts_deactivated
    assert not User.objects.get(username="autor").is_active
    assert "redaktor" in done.accounts_deleted

    assert load_example() is True
    assert NewsPage.objects.live().filter(locale__language_code="pl").count() == 12 + 1
    assert User.objects.get(username="autor").check_password(DEMO_PASSWORD)


@pytest.mark.parametrize(("address", "language"), [("/", "pl"), ("/en/", "en")])
def test_home_pages_show_every_section_within_their_budget(
    example, client, address, language, django_assert_max_num_queries
):
    assert client.get(address).status_code == 200
    with django_assert_max_num_queries(14):
        html = client.get(address).content.decode()
    for words in (
        ("Partnerzy (przykład)", "To jest strona przykładowa") if language == "pl" else ("Partners (example)",)
    ):
        assert words in html
    assert 'class="section funds"' in html


def test_blocks_that_show_what_is_elsewhere_are_shown(example, client):
    html = client.get(NewsPage.objects.get(slug="autobus-dojedzie-do-kazdej-gminy").url).content.decode()
    assert "Najbliższe wydarzenia, do których dojedziesz autobusem" in html
    assert "item--event" in html
    html = client.get(NewsPage.objects.get(slug="targi-pracy-w-srodwzorzu").url).content.decode()
    assert "video__place" in html
    assert "<iframe" not in html


def test_what_staff_made_of_the_home_page_and_the_alert_stays(example):
    home = HomePage.objects.get(locale__language_code="pl")
    home.statement = "Napisane przez nas"
    home.save_revision()
    alert = AlertSettings.objects.get()
    alert.text_pl = "Biuro jest nieczynne"
    alert.save()
    remove_example()
    home.refresh_from_db()
    draft = home.get_latest_revision_as_object()
    assert home.statement != draft.statement == "Napisane przez nas"
    for version in (home, draft):
        assert not {"partners", "funds"} & {section.block_type for section in version.sections}
    assert AlertSettings.objects.get().text_pl == "Biuro jest nieczynne"


def test_collection_and_account_that_staff_use_stay(example):
    collection = Collection.objects.get(name="Przykłady")
    mine = make_image()
    mine.collection = collection
    mine.uploaded_by_user = User.objects.get(username="redaktor2")
    mine.save()
    output = StringIO()
    call_command("remove_example", stdout=output)
    assert CustomImage.objects.get() == mine
    assert Collection.objects.filter(name="Przykłady").exists()
    assert not User.objects.get(username="redaktor2").is_active
    assert "redaktor2" in output.getvalue()


def test_association_is_described_until_removal_but_for_what_staff_changed(example):
    association = AssociationSettings.objects.get(site=Site.objects.get(is_default_site=True))
    association.full_clean()
    assert association.address
    association.phone = "22 000 00 00"
    association.save()
    remove_example()
    association.refresh_from_db()
    assert association.phone == "22 000 00 00"
    assert association.address == ""


def test_both_languages_have_the_images_each_with_its_own_words(example):
    for model in (NewsPage, EventPage):
        shown = model.objects.filter(live=True, lead_image__isnull=False)
        pairs = {page.translation_key: page for page in shown.filter(locale__language_code="pl")}
        english = model.objects.filter(live=True, locale__language_code="en", translation_key__in=pairs)
        assert english
        for page in english:
            assert page.lead_image == pairs[page.translation_key].lead_image
            assert page.lead_image_alt not in {"", pairs[page.translation_key].lead_image_alt}
