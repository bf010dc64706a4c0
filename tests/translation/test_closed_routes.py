"""Nothing of wagtail-localize, and no page in the wrong tree, gets around approval: each route, each role."""

import pytest
from django.contrib.messages import get_messages
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Locale, Page
from wagtail_localize import wagtail_hooks as localize
from wagtail_localize.models import LocaleSynchronization, Translation, TranslationSource
from wagtail_localize.operations import translate_object
from wagtail_localize.synctree import synchronize_tree

from content.factories import make_news, make_translation
from editorial.refusals import PublishingRefused
from translation.locales import TARGET_LANGUAGE
from translation.upstream.localize_hooks import REFUSAL

(LOCALIZE,) = localize.register_admin_urls()
OURS = {"submit_page_translation"}
CLOSED = sorted(
    {
        (address.name, tuple(sorted(address.pattern.converters)))
        for address in LOCALIZE.url_patterns
        if address.name not in OURS
    }
)


@pytest.fixture
def localized(english) -> Translation:
    """The record that wagtail-localize would keep of the English page, had it started it."""
    source, _created = TranslationSource.get_or_create_from_instance(english.source)
    return Translation.objects.create(source=source, target_locale=english.locale, enabled=True)


def state_of(page: Page) -> dict[str, object]:
    return Page.objects.values("live", "title", "draft_title", "alias_of", "latest_revision", "live_revision").get(
        pk=page.pk
    )


def is_refused(response) -> bool:
    """Whether a page of the admin sent the person away, with words."""
    return response.status_code == 302 and reverse("wagtailadmin_home") in response.headers["location"]


def test_every_address_of_localize_refuses_every_role(role, english, localized, sign_in):
    values = {
        "page_id": english.pk,
        "translation_source_id": localized.source_id,
        "translation_id": localized.pk,
        "string_segment_id": 1,
        "overridable_segment_id": 1,
        "app_label": "news",
        "model_name": "newspage",
        "pk": str(english.pk),
        "mode": "default",
    }
    client = sign_in(role)
    before = state_of(english)
    answering = []
    for name, arguments in CLOSED:
        url = reverse(f"wagtail_localize:{name}", kwargs={key: values[key] for key in arguments})
        for answer in (client.get(url), client.post(url, {"publish_translations": "on", "publish": "on"})):
            words = [str(message).strip() for message in get_messages(answer.wsgi_request)]
            if not (is_refused(answer) and str(REFUSAL) in words):
                answering.append(url)
    assert answering == []
    assert len(CLOSED) > 15
    assert state_of(english) == before


def test_address_of_localize_asks_anonymous_people_to_sign_in(client, english):
    url = reverse("wagtail_localize:convert_to_alias", args=[english.pk])
    assert client.post(url).headers["location"].startswith(reverse("wagtailadmin_login"))


def test_only_named_hooks_of_localize_run():
    hooks.search_for_hooks()
    running = {
        (name, function.__name__)
        for name, registered in hooks._hooks.items()
        for function, _order in registered
        if function.__module__.startswith("wagtail_localize")
        and not function.__module__.startswith("wagtail_localize.locales")
    }
    assert {name for name, _function in running} == {"register_icons", "register_log_actions", "register_permissions"}


@pytest.mark.parametrize("name", ["localize-restart-translation", "localize-convert-to-alias"])
def test_posted_names_of_localize_do_nothing(name, role, english, localized, sign_in, news_form):
    client = sign_in(role)
    before = state_of(english)
    client.post(
        reverse("wagtailadmin_pages:edit", args=[english.pk]), {**news_form(), name: "on", "localize-anything": "1"}
    )
    after = state_of(english)
    assert (after["live"], after["title"], after["alias_of"]) == (True, before["title"], None)
    assert after["live_revision"] == before["live_revision"]
    assert not Translation.objects.filter(enabled=True).exists()


@pytest.mark.parametrize("who", ["translator", "editor", "superuser"])
def test_editor_of_an_english_page_offers_nothing_of_localize(who, english, localized, sign_in):
    page = sign_in(who).get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()
    assert "localize-" not in page.replace("wagtail-localize-language", "").replace("wagtail-localize-convert", "")
    assert "convert_to_alias" not in page
    assert 'name="action-submit"' in page


def test_translation_is_never_enabled(localized):
    localized.refresh_from_db()
    assert localized.enabled is False
    localized.enabled = True
    localized.save()
    localized.refresh_from_db()
    assert localized.enabled is False


@pytest.mark.parametrize("publish", [True, False])
@pytest.mark.parametrize("live", [True, False])
def test_localize_does_not_save_a_page(publish, live, polish, people):
    english = make_translation(polish, live=live)
    source, _created = TranslationSource.get_or_create_from_instance(polish)
    translation = Translation.objects.create(source=source, target_locale=english.locale)
    before = state_of(english)
    with pytest.raises(PublishingRefused):
        translation.save_target(user=people["superuser"], publish=publish)
    assert state_of(english) == before


def test_localize_starts_no_page(polish, people):
    with pytest.raises(PublishingRefused):
        translate_object(polish, [Locale.objects.get(language_code=TARGET_LANGUAGE)], user=people["superuser"])
    assert not polish.get_translations().exists()


def test_languages_are_not_synchronised(structure, polish):
    pl, en = (Locale.objects.get(language_code=code) for code in ("pl", "en"))
    with pytest.raises(PublishingRefused):
        LocaleSynchronization.objects.create(locale=en, sync_from=pl)
    with pytest.raises(PublishingRefused):
        synchronize_tree(pl, en)
    with pytest.raises(CommandError):
        call_command("sync_locale_trees")
    assert not Page.objects.filter(alias_of__isnull=False).exists()


@pytest.mark.parametrize("live", [True, False])
def test_no_alias_in_another_language(live, structure):
    page = make_news(structure["pl"].sections["news"], live=live)
    with pytest.raises(PublishingRefused):
        page.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)
    assert not page.get_translations().exists()


def test_locales_are_for_superusers(role, sign_in):
    client = sign_in(role)
    english = Locale.objects.get(language_code="en")
    urls = [
        reverse("wagtaillocales:index"),
        reverse("wagtaillocales:add"),
        reverse("wagtaillocales:edit", args=[english.pk]),
        reverse("wagtaillocales:delete", args=[english.pk]),
    ]
    answers = [client.get(url) for url in urls]
    if role == "superuser":
        assert [answer.status_code for answer in answers] == [200] * 4
        assert not any("sync_from" in answer.content.decode() for answer in answers)
    else:
        assert all(is_refused(answer) for answer in answers)


def test_form_of_a_locale_synchronises_nothing(sign_in):
    english = Locale.objects.get(language_code="en")
    prefix = f"component-{LocaleSynchronization._meta.db_table}"
    sign_in("superuser").post(
        reverse("wagtaillocales:edit", args=[english.pk]),
        {
            "language_code": "en",
            f"{prefix}-enabled": "on",
            f"{prefix}-sync_from": Locale.objects.get(language_code="pl").pk,
        },
    )
    assert not LocaleSynchronization.objects.exists()


def test_page_is_not_copied_into_the_other_tree(role, polish, structure, sign_in):
    parent = structure["en"].sections["news"]
    sign_in(role).post(
        reverse("wagtailadmin_pages:copy", args=[polish.pk]),
        {"new_title": "Copy", "new_slug": "copy", "new_parent_page": parent.pk, "publish_copies": "on"},
    )
    assert not parent.get_children().filter(slug="copy").exists()


def test_page_is_not_moved_into_the_other_tree(role, polish, structure, sign_in):
    parent = structure["en"].sections["news"]
    sign_in(role).post(reverse("wagtailadmin_pages:move_confirm", args=[polish.pk, parent.pk]))
    assert Page.objects.get(pk=polish.pk).get_parent().pk == structure["pl"].sections["news"].pk


def test_code_neither_copies_nor_moves_a_page_into_the_other_tree(polish, structure):
    parent = structure["en"].sections["news"]
    with pytest.raises(PublishingRefused):
        polish.copy(to=parent, keep_live=False)
    with pytest.raises(PublishingRefused):
        polish.move(parent, pos="last-child")
    assert not parent.get_children().exists()


def test_page_is_still_copied_and_moved_within_its_tree(structure, polish):
    news = structure["pl"].sections["news"]
    copy = polish.copy(to=news, update_attrs={"slug": "copy"}, keep_live=False)
    copy.move(polish, pos="left")
    assert copy.pk in news.get_children().values_list("pk", flat=True)
