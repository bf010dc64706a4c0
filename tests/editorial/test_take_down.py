"""The three ways down: what readers find, in both languages, and how a page comes back."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry

from content.factories import make_news, make_page, make_translation
from content.loading import publish_loaded_content
from editorial.log_actions import CONSOLIDATED, ERROR, REINSTATE, WITHDRAW
from editorial.models import TakeDown
from editorial.refusals import PublishingRefused
from editorial.taking_down import take_down
from home.models import StandardPage
from news.models import NewsPage

MAY = ["editor", "administrator", "superuser"]
MAY_NOT = ["author", "translator", "member_editor"]
TEXTS = {"text_pl": "To pismo dotyczyło innej sprawy.", "text_en": "This letter was about something else."}


@pytest.fixture
def english(news):
    """The live English version."""
    return make_translation(news, title="A new path", slug="a-new-path")


def send(client, page, kind, **data):
    return client.post(
        reverse("editorial:take_down", args=[page.pk]), {"kind": kind, "with_companions": "on", **TEXTS, **data}
    )


def titles(client, address):
    return client.get(address).content.decode()


@pytest.mark.parametrize("who", MAY)
def test_in_error(client, news, english, people, who):
    client.force_login(people[who])
    addresses = {"pl": news.url, "en": english.url}
    send(client, news, "error")
    client.logout()
    for language, address in addresses.items():
        answer = client.get(address)
        assert answer.status_code == 410
        assert TEXTS[f"text_{language}"] in answer.content.decode()
        assert f'lang="{language}"' in answer.content.decode()
        assert "noindex" in answer.content.decode()
    assert client.get("/nie-ma-mnie/").status_code == 404
    entry = PageLogEntry.objects.get(page=news.pk, action=ERROR)
    assert (entry.user, entry.data["reason"]) == (people[who], TEXTS["text_pl"])


def test_consolidated_leads_each_language_to_its_page(client, news, english, structure, people):
    target = make_news(structure["pl"].sections["news"], title="Zbiorcza", slug="zbiorcza")
    target_en = make_translation(target, title="All in one", slug="all-in-one")
    client.force_login(people["editor"])
    old, old_en = news.url, english.url
    send(client, news, "consolidated", target_page=target.pk)
    client.logout()
    for address, wanted in ((old, target.url), (old_en, target_en.url)):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (301, wanted)
    assert PageLogEntry.objects.filter(page=news.pk, action=CONSOLIDATED).exists()


def test_consolidated_elsewhere(client, news, people):
    client.force_login(people["editor"])
    old = news.url
    send(client, news, "consolidated", target_url="https://example.org/przepisy")
    assert client.get(old)["Location"] == "https://example.org/przepisy"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"target_url": "javascript:alert(1)"},
        {"target_page": "999999"},
        {"target_page": "self"},
        {"target_page": "draft"},
        {"target_page": "other", "target_url": "https://example.org/"},
    ],
)
def test_consolidated_demands_one_address_that_leads_somewhere(client, news, draft, structure, people, data):
    pages = {"self": news.pk, "draft": draft.pk, "other": structure["pl"].home.pk}
    data = {name: pages.get(value, value) for name, value in data.items()}
    client.force_login(people["editor"])
    assert send(client, news, "consolidated", **data).status_code == 200
    assert NewsPage.objects.get(pk=news.pk).live


def test_withdrawn_stays_readable_with_a_dated_notice_and_leaves_lists(client, news, english, people):
    client.force_login(people["editor"])
    send(client, news, "withdrawn")
    client.logout()
    for page, language in ((news, "pl"), (english, "en")):
        answer = client.get(page.url)
        assert answer.status_code == 200
        assert TEXTS[f"text_{language}"] in answer.content.decode()
        assert "notice--withdrawn" in answer.content.decode()
        assert "noindex" in answer.content.decode()
        prefix = "" if language == "pl" else "/en"
        for address in (page.get_parent().url, f"{prefix}/rss.xml", "/sitemap.xml"):
            assert page.title not in titles(client, address)
            assert page.url not in titles(client, address)
    assert news.title not in titles(client, "/szukaj/?q=ścieżka").split("<main")[1]
    assert english.url in titles(client, news.url)  # the switch still leads to the other language
    assert PageLogEntry.objects.filter(page=news.pk, action=WITHDRAW).exists()


@pytest.mark.parametrize("kind", ["error", "withdrawn"])
@pytest.mark.parametrize("missing", ["text_pl", "text_en"])
def test_readers_of_both_languages_are_told(client, news, english, people, kind, missing):
    client.force_login(people["editor"])
    answer = send(client, news, kind, **{missing: ""})
    assert answer.status_code == 200
    kept = {"text_pl": "text_en", "text_en": "text_pl"}[missing]
    assert TEXTS[kept] in answer.content.decode()
    assert NewsPage.objects.get(pk=news.pk).live
    assert not TakeDown.objects.exists()


def test_the_other_language_stays_if_the_person_says_so(client, news, english, people):
    client.force_login(people["editor"])
    send(client, news, "error", with_companions="", text_en="")
    english.refresh_from_db()
    assert english.live


def test_the_english_version_alone(client, news, english, people):
    client.force_login(people["editor"])
    send(client, english, "error")
    news.refresh_from_db()
    assert news.live
    assert client.get(english.url).status_code == 410


@pytest.mark.parametrize("who", MAY_NOT)
@pytest.mark.parametrize("kind", ["error", "withdrawn"])
def test_others_may_not(client, news, people, who, kind):
    client.force_login(people[who])
    send(client, news, kind)
    assert NewsPage.objects.get(pk=news.pk).live
    assert not TakeDown.objects.exists()
    with pytest.raises(PublishingRefused):
        take_down(news, people[who], TakeDown.Kind(kind), texts={"pl": "Tekst."})


def test_what_is_down_needs_a_new_approval_even_for_the_same_words(client, news, people, submit):
    client.force_login(people["editor"])
    revision = news.get_latest_revision()
    send(client, news, "error")
    with pytest.raises(PublishingRefused):
        revision.publish()
    fresh = NewsPage.objects.get(pk=news.pk)
    task_state = submit(fresh, people["author"])
    task_state.task.specific.on_action(task_state, people["editor2"], "approve")
    assert NewsPage.objects.get(pk=news.pk).live
    assert client.get(news.url).status_code == 200
    assert not TakeDown.objects.in_force().exists()


def test_publishing_again_ends_the_redirect(client, news, structure, people, submit):
    target = make_news(structure["pl"].sections["news"])
    client.force_login(people["editor"])
    send(client, news, "consolidated", target_page=target.pk)
    task_state = submit(NewsPage.objects.get(pk=news.pk), people["author"])
    task_state.task.specific.on_action(task_state, people["editor2"], "approve")
    assert not Redirect.objects.exists()
    assert client.get(news.url).status_code == 200


def test_a_withdrawal_is_lifted_in_both_languages(client, news, english, people):
    client.force_login(people["editor"])
    send(client, news, "withdrawn")
    client.post(reverse("editorial:reinstate", args=[news.pk]))
    for page in (news, english):
        assert "notice--withdrawn" not in titles(client, page.url)
    assert news.title in titles(client, news.get_parent().url)
    assert PageLogEntry.objects.filter(page=news.pk, action=REINSTATE, user=people["editor"]).exists()


@pytest.mark.parametrize("who", MAY_NOT)
def test_others_lift_nothing(client, news, people, who):
    client.force_login(people["editor"])
    send(client, news, "withdrawn")
    client.force_login(people[who])
    client.post(reverse("editorial:reinstate", args=[news.pk]))
    assert TakeDown.objects.in_force().exists()


def test_a_withdrawn_page_can_come_down_after_all(client, news, people):
    client.force_login(people["editor"])
    send(client, news, "withdrawn")
    send(client, news, "error")
    assert client.get(news.url).status_code == 410
    assert TakeDown.objects.in_force().count() == 1


def test_a_change_of_a_withdrawn_page_leaves_the_notice(client, news, people):
    client.force_login(people["editor"])
    send(client, news, "withdrawn")
    page = NewsPage.objects.get(pk=news.pk)
    page.lead = "Poprawione."
    publish_loaded_content(page, "A correction")
    assert "notice--withdrawn" in titles(client, news.url)


def test_a_page_with_live_pages_below_it_comes_down_after_them(client, structure, people):
    top = make_page(StandardPage, structure["pl"].home, title="Dział", slug="dzial")
    make_page(StandardPage, top, title="Pod działem", slug="pod-dzialem")
    client.force_login(people["editor"])
    send(client, top, "error")
    assert Page.objects.get(pk=top.pk).live


def test_the_home_page_stays(client, structure, people):
    client.force_login(people["administrator"])
    send(client, structure["pl"].home, "error")
    assert Page.objects.get(pk=structure["pl"].home.pk).live


@pytest.mark.parametrize("who", [*MAY, *MAY_NOT])
def test_wagtails_own_view_is_closed(client, news, people, who):
    client.force_login(people[who])
    for method in (client.get, client.post):
        assert method(reverse("wagtailadmin_pages:unpublish", args=[news.pk])).status_code in (302, 403)
    assert NewsPage.objects.get(pk=news.pk).live


def test_the_explorer_leads_to_ours(client, news, people):
    client.force_login(people["editor"])
    html = titles(client, reverse("wagtailadmin_explore", args=[news.get_parent().pk]))
    assert reverse("editorial:take_down", args=[news.pk]) in html
    assert reverse("wagtailadmin_pages:unpublish", args=[news.pk]) not in html


def test_many_at_once_is_refused(client, news, people):
    client.force_login(people["editor"])
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    client.post(f"{url}?id={news.pk}")
    assert NewsPage.objects.get(pk=news.pk).live


def test_the_text_is_text(client, news, people):
    client.force_login(people["editor"])
    send(client, news, "error", text_pl="<script>alert(1)</script> Pomyłka.")
    assert "<script>alert(1)" not in titles(client, news.url)


@pytest.mark.parametrize("kind", ["error", "withdrawn"])
def test_history_of_each_language_says_why(client, news, english, people, kind):
    """Wagtail's history of a page shows one entry of each kind for each request."""
    client.force_login(people["editor"])
    send(client, news, kind)
    for page, text in [(news, TEXTS["text_pl"]), (english, TEXTS["text_en"])]:
        history = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
        assert text in history
