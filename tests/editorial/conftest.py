"""What the tests of the publishing rules share."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page, TaskState
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from content.factories import make_news
from news.models import NewsPage


@pytest.fixture
def news(structure) -> NewsPage:
    """A live piece of news in Polish."""
    return make_news(structure["pl"].sections["news"], title="Nowa ścieżka", slug="nowa-sciezka")


@pytest.fixture
def draft(structure) -> NewsPage:
    """A draft in Polish that nobody has changed yet."""
    return make_news(structure["pl"].sections["news"], live=False, title="Szkic", slug="szkic")


@pytest.fixture
def form_of() -> Callable[..., dict[str, Any]]:
    """Returns a function that gives the POST data of the editor for a piece of news, as it stands and with changes."""

    def build(page: NewsPage, **changes: Any) -> dict[str, Any]:
        revision = NewsPage.objects.get(pk=page.pk).get_latest_revision()
        latest = revision.as_object()
        data = {
            "title": latest.title,
            "slug": latest.slug,
            "lead": latest.lead,
            "date": latest.date.isoformat(),
            "body": {
                "count": str(len(latest.body)),
                **{
                    str(number): {
                        "id": block.id,
                        "type": block.block_type,
                        "value": json.dumps(WHOLE_STORY),
                        "deleted": "",
                        "order": str(number),
                    }
                    for number, block in enumerate(latest.body)
                },
            },
            "lead_image": "",
            "lead_image_alt": latest.lead_image_alt,
            "lead_image_credit": latest.lead_image_credit,
            "author_line": latest.author_line,
            "seo_title": latest.seo_title,
            "search_description": latest.search_description,
            "go_live_at": "",
            "expire_at": "",
            "comments": inline_formset([]),
            "loaded_revision_id": str(revision.pk),
            "loaded_revision_created_at": revision.created_at.isoformat(),
        }
        return nested_form_data({**data, **changes})

    return build


WHOLE_STORY = {
    "entityMap": {},
    "blocks": [
        {
            "key": "a",
            "text": "The whole story.",
            "type": "unstyled",
            "depth": 0,
            "inlineStyleRanges": [],
            "entityRanges": [],
        }
    ],
}


@pytest.fixture
def submit() -> Callable[..., TaskState]:
    """Returns a function that submits a page and gives the state of the task that waits for an approver."""

    def start(page: Page, user: Any) -> TaskState:
        fresh = NewsPage.objects.get(pk=page.pk)
        return fresh.get_workflow().start(fresh, user).current_task_state.specific

    return start


@pytest.fixture
def edit_url() -> Callable[[Page], str]:
    """Returns a function that gives the address of a page's editor."""
    return lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk])
