"""Whatever happens to two pages in whatever order, the memory holds what settling it would make of them."""

from random import Random

import pytest
from django.db import transaction

from editorial.emergency import confirm, publish_in_emergency, unconfirmed
from editorial.models import TakeDown
from editorial.publishing import publish_loaded_content
from editorial.refusals import PublishingRefused
from editorial.taking_down import reinstate, take_down
from news.models import NewsPage
from tests.translation.memory.conftest import units_of
from tests.translation.memory.test_following import TEXTS, rows
from translation.memory.following import settle

pytestmark = pytest.mark.one_database
STEPS = 30


def save_draft(page, user, number):
    draft = page.get_latest_revision_as_object()
    draft.title = f"Title {number}"
    draft.save_revision(user=user)
    return NewsPage.objects.get(pk=page.pk)


def load(page, _user, random, number):
    page.title = f"Title {number}"
    publish_loaded_content(page, "Changed by a test")


def write(page, user, _random, number):
    save_draft(page, user, number)


def approve(page, user, _random, number):
    page = save_draft(page, page.owner, number)
    task = page.get_workflow().start(page, page.owner).current_task_state
    task.task.specific.on_action(task, user, "approve")


def unpublish(page, _user, random, _number):
    page.unpublish(set_expired=random.random() < 0.5)


def go_down(page, user, random, _number):
    kind = random.choice([TakeDown.Kind.WITHDRAWN, TakeDown.Kind.ERROR])
    take_down(page, user, kind, texts=TEXTS, with_companions=random.random() < 0.5)


def come_back(page, user, _random, _number):
    reinstate(page, user)


def hurry(page, user, _random, _number):
    publish_in_emergency(page, user, "Wody wzbierają, trzeba ostrzec dziś.")


def stand_by(_page, user, _random, _number):
    if approval := unconfirmed().first():
        confirm(approval, user)


DEEDS = [load, load, approve, approve, write, unpublish, go_down, come_back, come_back, hurry, stand_by]


@pytest.mark.parametrize("seed", range(6))
def test_settling_never_changes_anything(seed, both, people, django_capture_on_commit_callbacks):
    random = Random(seed)  # noqa: S311 - it chooses what happens
    pair = both(["Jeden. Dwa.", "Trzy."], ["One. Two.", "Three."])
    NewsPage.objects.filter(pk=pair[0].pk).update(owner=people["author"])
    NewsPage.objects.filter(pk=pair[1].pk).update(owner=people["translator"])
    english = pair[1]
    remembered = 0
    for number in range(STEPS):
        page = NewsPage.objects.get(pk=random.choice(pair).pk)
        deed = random.choice(DEEDS)
        try:
            with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
                deed(page, people[random.choice(["editor", "editor2"])], random, number)
        except PublishingRefused:
            continue
        before = rows()
        remembered += bool(units_of(english))
        settle(english.pk)
        assert rows() == before, f"after step {number}: {deed.__name__}, {page.locale}"
    assert remembered, "Nothing was ever remembered."
