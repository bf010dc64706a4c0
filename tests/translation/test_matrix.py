"""The sections of the Polish site in numbers."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from content.factories import make_news, make_translation
from translation.waiting import pages_with_state
from translation.withholding import withhold

REPORT = "/admin/translations/"
MATRIX = "/admin/translations/matrix/"
MAY_SEE = {"translator", "editor", "administrator", "superuser"}


def test_matrix_counts_pages_and_words_of_each_section(structure, polish, sign_in, change, people):
    news = structure["pl"].sections["news"]
    client = sign_in("translator")

    def row(title):
        context = client.get(MATRIX).context
        found = {row["section"].title: row for row in context["sections"]} | {"": context["total"]}
        return {state: count for state, _label, count in found[title]["cells"] if count}, found[title]["progress"]

    before, words = row("Aktualności")
    assert before == {"none": 1, "true": 1}
    make_translation(polish)
    counts, after = row("Aktualności")
    assert (counts, after.done, after.all) == ({"true": 2}, words.all, words.all)
    change(polish, lead="Mamy 5 zł i nic więcej.")
    counts, after = row("Aktualności")
    assert (counts, after.all - after.done) == ({"true": 1, "drifted": 1}, 6)
    assert after.percent < 100
    left = make_news(news, title="Left")
    more = row("Aktualności")[1].all
    withhold(left, people["editor"], "Only for people who live here.")
    counts, after = row("Aktualności")
    assert (counts["withheld"], after.all < more) == (1, True)
    assert sum(row("")[0].values()) == pages_with_state().count()


def test_matrix_leads_to_the_queue_of_a_cell(structure, polish, sign_in):
    news = structure["pl"].sections["news"]
    client = sign_in("translator")
    address = f"{REPORT}?state=none&amp;section={news.pk}"
    assert address in client.get(MATRIX).content.decode()
    queue = client.get(address.replace("&amp;", "&"))
    assert [row.title for row in queue.context["object_list"]] == ["Nowa droga"]


def test_only_people_who_work_on_english_pages_see_the_matrix(role, sign_in):
    assert sign_in(role).get(MATRIX).status_code == (200 if role in MAY_SEE else 302)


def test_who_may_ask_is_offered_to_ask_for_a_section(structure, polish, sign_in):
    address = reverse("translation:ask", args=[structure["pl"].sections["news"].pk]) + "?scope=section"
    assert address in sign_in("editor").get(MATRIX).content.decode()
    assert address not in sign_in("translator").get(MATRIX).content.decode()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_matrix_is_exported(kind, structure, polish, sign_in):
    answer = sign_in("translator").get(MATRIX, {"export": kind})
    content = b"".join(answer.streaming_content)
    assert kind == "xlsx" or "Aktualności,1," in content.decode()


def test_progress_stands_at_the_head(polish, sign_in):
    with translation.override("en"):
        progress = sign_in("translator").get(REPORT).context["progress"]
    assert 0 < progress.done < progress.all


@pytest.mark.parametrize(("language", "heading"), [("en", "Section of the site"), ("pl", "Dział")])
def test_a_table_to_keep_speaks_the_language_of_the_person(structure, polish, sign_in, people, language, heading):
    UserProfile.objects.update_or_create(user=people["translator"], defaults={"preferred_language": language})
    lines = list(sign_in("translator").get(MATRIX, {"export": "csv"}).streaming_content)
    assert heading in lines[0].decode()
