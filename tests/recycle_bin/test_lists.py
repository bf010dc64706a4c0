"""The list of the bin shows each person what they may have back; every other list leaves the bin out."""

import html
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from content.factories import make_news, make_page
from editorial.access import pages_answered_for
from home.models import StandardPage
from recycle_bin.deleting import move_to_bin
from recycle_bin.models import BinnedPage
from recycle_bin.places import outside_bin

LIST = "recycle_bin:list"


def text_of(client, name, *args, **query) -> str:
    return client.get(reverse(name, args=args), query).content.decode()


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("author", True),
        ("author2", True),
        ("editor", True),
        ("translator", False),
        ("member_editor", False),
        ("administrator", True),
        ("superuser", True),
    ],
)
def test_each_sees_what_they_may_have_back(sign_in, draft, binned, who, sees):
    client = sign_in(who)
    assert (draft.title in text_of(client, LIST)) == sees
    assert reverse(LIST) in text_of(client, "wagtailadmin_home")  # in the menu


def test_a_row_says_what_who_when_and_from_where(sign_in, draft, binned, people):
    text = text_of(sign_in("editor"), LIST)
    for said in (draft.title, binned.parent_title, str(people["administrator"]), "Polski"):
        assert said in text
    assert reverse("recycle_bin:restore", args=[draft.pk]) in text


def test_visitors_see_nothing(client, binned):
    assert client.get(reverse(LIST)).status_code == 302
    assert client.get(reverse("recycle_bin:restore", args=[binned.page_id])).status_code == 302
    assert client.get(reverse("recycle_bin:draft", args=[binned.page_id])).status_code == 302


def test_the_newest_first_and_in_pages(sign_in, structure, people):
    for number in range(55):
        row = move_to_bin(
            make_news(structure["pl"].sections["news"], live=False, title=f"Szkic {number:02}"), people["editor"]
        )
        BinnedPage.objects.filter(pk=row.pk).update(binned_at=timezone.now() - timedelta(hours=number))
    client = sign_in("editor")
    text = text_of(client, LIST)
    assert text.index("Szkic 00") < text.index("Szkic 01") < text.index("Szkic 49")
    assert "Szkic 50" not in text
    assert "Szkic 50" in text_of(client, LIST, p=2)


@pytest.mark.parametrize(("words", "found"), [("ZOLTY", True), ("żółty szkic", True), ("zielony", False), ("%", False)])
def test_the_search_ignores_case_and_diacritics(sign_in, draft, binned, words, found):
    assert (draft.title in text_of(sign_in("editor"), "recycle_bin:list_results", q=words)) == found


def test_the_list_can_be_taken_away(sign_in, draft, binned):
    answer = sign_in("editor").get(reverse(LIST), {"export": "csv"})
    assert draft.title in b"".join(answer.streaming_content).decode()


@pytest.mark.parametrize("who", ["author", "editor"])
def test_as_many_queries_for_many_pages_as_for_few(sign_in, structure, people, django_assert_max_num_queries, who):
    def fill(number: int) -> None:
        for _each in range(number):
            top = make_page(StandardPage, structure["pl"].home, live=False, owner=people["author"])
            below = make_page(StandardPage, top, live=False, owner=people["author"])
            move_to_bin(below, people["administrator"])
            move_to_bin(Page.objects.get(pk=top.pk), people["administrator"])

    client = sign_in(who)
    fill(2)
    client.get(reverse(LIST))
    with django_assert_max_num_queries(30) as few:
        client.get(reverse(LIST))
    fill(10)
    with django_assert_max_num_queries(len(few)):
        client.get(reverse(LIST))


@pytest.mark.parametrize("who", ["author", "editor", "administrator", "superuser"])
def test_lists_of_the_admin_leave_it_out(sign_in, draft, structure, people, delete, who):
    draft.save_revision(user=people[who], log_action=True)
    client = sign_in(who)
    root = Page.get_first_root_node()
    addresses = [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_explore", args=[root.pk]),
        reverse("wagtailadmin_explore", args=[structure["pl"].sections["news"].pk]),
        f"{reverse('wagtailadmin_explore', args=[root.pk])}?q=szkic&search_all=1",
        f"{reverse('wagtailadmin_pages:search')}?q=szkic",
        f"{reverse('wagtailadmin_choose_page')}?page_type=wagtailcore.page",
        reverse("wagtailadmin_choose_page_child", args=[structure["pl"].sections["news"].pk]),
        f"{reverse('wagtailadmin_choose_page_search')}?q=szkic",
        reverse("wagtailadmin_pages:type_use", args=["news", "newspage"]),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_reports:locked_pages"),
        reverse("wagtailadmin_reports:site_history"),
        f"/admin/api/main/pages/?child_of={draft.get_parent().pk}",
        "/admin/api/main/pages/?search=szkic",
    ]

    def naming_it() -> list[str]:
        answers = {address: client.get(address, follow=True).content.decode() for address in addresses}
        return [address for address, text in answers.items() if draft.title in html.unescape(text)]

    assert len(naming_it()) >= 7
    delete(client, draft)
    client.get(reverse("wagtailadmin_account"))  # shows the message that it is in the bin
    assert naming_it() == []


def test_the_conditions_for_queries(draft, binned, structure, people):
    assert not Page.objects.filter(outside_bin(), pk=draft.pk).exists()
    assert Page.objects.filter(outside_bin(), pk=structure["pl"].home.pk).exists()
    assert draft not in pages_answered_for(people["superuser"])


def test_a_page_of_which_there_is_one_can_be_made_anew_while_the_old_one_is_in_the_bin(structure, people):
    from home.models import EasyReadPage

    home = structure["pl"].home
    EasyReadPage.objects.filter(locale=home.locale).first().delete()
    page = EasyReadPage(title="Tekst", slug="tekst", live=False)
    home.add_child(instance=page)
    assert not EasyReadPage.can_create_at(home)
    move_to_bin(page, people["administrator"])
    assert EasyReadPage.can_create_at(home)


@pytest.mark.parametrize("number", [0, 999999, 10**30])
def test_numbers_of_no_page_are_not_found(sign_in, number):
    client = sign_in("superuser")
    for name in ("recycle_bin:restore", "recycle_bin:draft", "wagtailadmin_pages:edit", "wagtailadmin_pages:delete"):
        assert client.get(reverse(name, args=[number])).status_code == 404


@pytest.mark.parametrize("query", ["p=0", "p=x", "ordering=x", "q=%00", "q=%22", "export=x"])
def test_what_nobody_links_to_is_answered(sign_in, binned, query):
    assert sign_in("editor").get(f"{reverse(LIST)}?{query}").status_code in {200, 404}
