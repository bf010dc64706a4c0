"""Who sees which rows of the translators' queue."""

from wagtail.models import GroupPagePermission, PageViewRestriction

from accounts.models import User
from content.factories import make_news, make_page, make_translation
from editorial.desk.rows import Section
from editorial.desk.sources import piles
from home.models import StandardPage
from translation.places import EnglishRights, may_translate, place_of, read_tree
from translation.queue import queue_of

REPORT = "/admin/translations/"
MATRIX = "/admin/translations/matrix/"


def titles(response) -> list[str]:
    return [page.title for page in response.context["object_list"]]


def test_a_translator_of_one_section_sees_its_rows_and_no_other(polish, structure, people, limited, sign_in):
    make_news(structure["pl"].sections["events"], title="Elsewhere")
    started = make_news(structure["pl"].sections["events"], title="Elsewhere started")
    make_translation(started, live=False)
    private = make_news(structure["pl"].sections["about"], title="Elsewhere and private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    make_news(structure["pl"].sections["news"], live=False, title="Elsewhere as a draft")
    client = sign_in("limited")
    for query in ("", "?state=all", "?state=all&export=csv", "?q=where&state=all"):
        answer = client.get(REPORT + query)
        said = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b"Elsewhere" not in said
    assert titles(client.get(REPORT)) == ["Nowa droga"]
    page = client.get(MATRIX)
    (row,), everything = page.context["sections"], page.context["total"]
    assert (row["section"].title, row["total"], everything["total"]) == ("Aktualności", 2, 2)
    sections = client.get(REPORT).context["filters"].form.fields["section"].choices
    assert [label for number, label in sections if number] == ["Aktualności"]
    assert [row.title for row in piles(limited, 20, [Section.WAITING])[0].rows] == ["Nowa droga"]


def test_a_row_follows_the_english_page_wherever_it_stands(polish, english, structure, limited, people):
    def seen():
        return set(queue_of(EnglishRights(limited)).values_list("title", flat=True)) - {"Aktualności"}

    below = make_news(polish.get_parent(), title="Below")
    assert seen() == {"Nowa droga", "Below"}
    about = structure["en"].sections["about"]
    structure["en"].sections["news"].refresh_from_db()
    english.move(about, pos="last-child")
    assert seen() == {"Below"}
    group = limited.groups.get()
    GroupPagePermission.objects.filter(group=group).update(page=about)
    limited = User.objects.get(pk=limited.pk)
    titles_seen = set(queue_of(EnglishRights(limited)).values_list("title", flat=True))
    assert "Nowa droga" in titles_seen
    assert below.title not in titles_seen


def test_without_an_english_page_the_nearest_above_decides(structure, people, limited, polish):
    news = structure["pl"].sections["news"]
    about = structure["pl"].sections["about"]
    deep = make_page(StandardPage, about, title="Middle")
    deeper = make_page(StandardPage, deep, title="Deep")
    places = read_tree()
    assert places.place(deeper.path) == structure["en"].sections["about"].path
    assert places.place(polish.path) == structure["en"].sections["news"].path
    assert place_of(deeper) == structure["en"].sections["about"].page_ptr
    assert place_of(news) == structure["en"].sections["news"].page_ptr
    rights = EnglishRights(limited)
    assert not rights.has("change", deeper.path, None)
    assert rights.has("change", polish.path, None)
    assert may_translate(limited, polish)
    assert not may_translate(limited, deeper)


def test_a_superuser_sees_everything_and_who_has_no_right_nothing(polish, people):
    assert queue_of(EnglishRights(people["superuser"])).filter(pk=polish.pk).exists()
    assert not queue_of(EnglishRights(people["author"])).exists()
