"""A Polish page takes its English version along, and brings it back to where the English pages are."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Page

from content.factories import make_news, make_page, make_translation
from home.models import StandardPage
from recycle_bin.deleting import move_to_bin
from recycle_bin.models import BinnedPage
from translation.waiting import pages_with_state


def is_binned(page) -> bool:
    return BinnedPage.objects.filter(page_id=page.pk).exists()


@pytest.fixture
def both(sign_in, draft, english, delete):
    """The draft and its English version in the bin, deleted by somebody who may not delete English pages."""
    delete(sign_in("author"), draft)
    return draft, english


def test_they_go_together(both):
    polish, english = both
    row = BinnedPage.objects.get(page_id=english.pk)
    assert row.companion_of.page_id == polish.pk


def test_they_come_back_together(both, sign_in, bring_back):
    polish, english = both
    bring_back(sign_in("author"), polish)
    assert not BinnedPage.objects.exists()
    for page in (polish, english):
        assert Page.objects.get(pk=page.pk).url_path == page.url_path


def test_the_english_version_does_not_come_back_alone(both, sign_in, bring_back):
    bring_back(sign_in("superuser"), both[1])
    assert is_binned(both[1])


def test_but_it_may_go_alone(sign_in, draft, english, delete, bring_back):
    delete(sign_in("translator"), english)
    assert is_binned(english)
    assert not is_binned(draft)
    bring_back(sign_in("translator"), english)
    assert not is_binned(english)


def test_it_follows_to_the_translation_of_another_parent(sign_in, structure, delete, bring_back):
    tops = {}
    for name in ("Stary", "Nowy"):
        tops[name] = make_page(StandardPage, structure["pl"].home, live=False, title=name, slug=name.lower())
        make_translation(tops[name], live=False, slug=f"{name.lower()}-en")
    page = make_page(StandardPage, tops["Stary"], live=False, title="Strona", slug="strona")
    english = make_translation(page, live=False, slug="page")
    client = sign_in("administrator")
    delete(client, page)
    delete(client, Page.objects.get(pk=tops["Stary"].pk))
    bring_back(client, page, parent=tops["Nowy"].pk)
    assert Page.objects.get(pk=english.pk).get_parent().pk == tops["Nowy"].get_translations().get().pk


def test_it_stays_where_there_is_no_place_for_it_and_can_come_later(sign_in, structure, delete, bring_back):
    old = make_page(StandardPage, structure["pl"].home, live=False, title="Stary", slug="stary")
    make_translation(old, live=False, slug="old")
    new = make_page(StandardPage, structure["pl"].home, live=False, title="Nowy", slug="nowy")
    page = make_page(StandardPage, old, live=False, title="Strona", slug="strona")
    english = make_translation(page, live=False, title="The page", slug="page")
    client = sign_in("administrator")
    delete(client, page)
    delete(client, Page.objects.get(pk=old.pk))
    answer = bring_back(client, page, parent=new.pk)
    assert "The page" in " ".join(map(str, get_messages(answer.wsgi_request))) + answer.content.decode()
    assert is_binned(english)
    bring_back(client, english, parent=structure["en"].home.pk)
    assert Page.objects.get(pk=english.pk).get_parent().pk == structure["en"].home.pk


def test_the_versions_of_subpages_go_along_once(section, people, structure):
    """Those below the English version of the top go with it; one that stands elsewhere by itself."""
    top = make_translation(section, live=False, slug="section")
    middle = section.get_children().get().specific
    make_translation(middle, live=False, slug="middle")
    bottom = middle.get_children().get().specific
    elsewhere = make_page(StandardPage, structure["en"].home, live=False, title="Bottom", slug="bottom")
    elsewhere.translation_key = bottom.translation_key
    elsewhere.save()
    move_to_bin(Page.objects.get(pk=section.pk).specific, people["administrator"])
    assert {row.page_id for row in BinnedPage.objects.all()} == {section.pk, top.pk, elsewhere.pk}


def test_translators_are_told_that_the_english_version_is_in_the_bin(sign_in, structure, delete):
    polish = make_news(structure["pl"].sections["news"], title="Opublikowana")
    english = make_translation(polish, live=False, title="Published")
    client = sign_in("translator")
    delete(client, english)
    assert pages_with_state().get(pk=polish.pk).state == "binned"
    restore = reverse("recycle_bin:restore", args=[english.pk])
    assert restore in client.get(reverse("translation:report")).content.decode()
    start = client.get(reverse("wagtail_localize:submit_page_translation", args=[polish.pk]), follow=True)
    assert start.redirect_chain[-1][0] == restore


def test_no_translation_is_started_below_a_page_in_the_bin(sign_in, structure, delete):
    top = make_page(StandardPage, structure["pl"].home, title="Dział", slug="dzial")
    english = make_translation(top, live=False, slug="section")
    below = make_page(StandardPage, top, title="Niżej", slug="nizej")
    delete(sign_in("administrator"), english)
    client = sign_in("administrator")
    answer = client.get(reverse("wagtail_localize:submit_page_translation", args=[below.pk]))
    assert answer.status_code == 302
    client.post(reverse("wagtail_localize:submit_page_translation", args=[below.pk]), {"title": "Lower"})
    assert not below.get_translations().exists()
