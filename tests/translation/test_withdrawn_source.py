"""What the queue says of pages that were withdrawn in Polish."""

from django.urls import reverse

from editorial.take_downs import TakeDown
from editorial.taking_down import take_down
from news.models import NewsPage
from translation.waiting import waiting_pages

QUEUE = "/admin/translations/"


def withdraw(page, people, **options) -> None:
    page = NewsPage.objects.get(pk=page.pk)
    take_down(page, people["editor"], TakeDown.Kind.WITHDRAWN, texts={"pl": "Wycofane.", "en": "Withdrawn."}, **options)


def test_what_was_withdrawn_in_polish_waits_for_nobody_and_says_since_when(polish, people, sign_in):
    withdraw(polish, people)
    client = sign_in("translator")
    assert polish.title not in client.get(QUEUE).content.decode()
    assert polish.pk not in waiting_pages().values_list("pk", flat=True)
    said = client.get(f"{QUEUE}?state=all").content.decode()
    assert "polska strona została wycofana" in said
    assert reverse("wagtail_localize:submit_page_translation", args=[polish.pk]) not in said


def test_an_english_page_that_outlives_its_withdrawn_source_is_to_be_taken_down(polish, english, people, sign_in):
    address = reverse("editorial:take_down", args=[english.pk])
    withdraw(polish, people, with_companions=False)
    assert address in sign_in("editor").get(QUEUE).content.decode()
    said = sign_in("translator").get(QUEUE).content.decode()
    assert "polska strona została wycofana" in said
    assert address not in said
    withdraw(english, people)
    assert polish.title not in sign_in("editor").get(QUEUE).content.decode()
