"""Many live pages in seconds: one save each, each with a record of its approval, past the same guard."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.test import override_settings
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from content.factories import make_page
from editorial.digest import page_digest
from editorial.models import Approval


@contextmanager
def no_index() -> Iterator[None]:
    """Let saved pages enter neither search nor the index of references, which costs as much as all else of it."""
    backends = {name: {**each, "AUTO_UPDATE": False} for name, each in settings.WAGTAILSEARCH_BACKENDS.items()}
    with override_settings(WAGTAILSEARCH_BACKENDS=backends), disable_reference_index_auto_update():
        yield


@no_index()
def make_many(model: type[Any], parent: Page, fields: Iterator[dict[str, Any]]) -> list[Any]:
    """Make a live page under `parent` for each set of fields.

    All claim the revision of one page made in full, so none can be edited; they are there to be read. Search and the
    index of references do not know them.
    """
    fields = iter(fields)
    first = make_page(model, parent, **next(fields))
    pages = [first]
    step = Page.steplen
    number = int(first.path[-step:], 36)
    # Room for pages that are made in the ordinary way while these are there
    pk = Page.objects.aggregate(last=Max("pk"))["last"] + 1000
    for offset, each in enumerate(fields, start=1):
        page = model(
            pk=pk + offset,
            locale=parent.locale,
            content_type=first.content_type,
            path=Page._get_path(parent.path, first.depth, number + offset),
            depth=first.depth,
            live=True,
            live_revision_id=first.live_revision_id,
            latest_revision_id=first.live_revision_id,
            first_published_at=first.first_published_at,
            last_published_at=first.last_published_at,
            **{"slug": f"many-{pk + offset}", "draft_title": each["title"], **each},
        )
        page.id = None  # Wagtail takes a page with an id for one that is stored
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.take_source_owned_fields()
        Approval.objects.create(
            page_id=page.pk,
            revision_id=first.live_revision_id,
            digest=page_digest(page),
            kind=Approval.Kind.CONTENT,
            reason="For a test",
        )
        page.save(clean=False)
        pages.append(page)
    parent.refresh_from_db()
    parent.numchild += len(pages) - 1
    parent.save(clean=False)
    return pages


def query_count(client: Any, address: str) -> int:
    """Return how many queries the page takes when it has been read before."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _time in range(2):
        assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)
