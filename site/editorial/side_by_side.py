"""Two people in one page at the same time: who saves second is told of the version that they have not read.

Wagtail's editor asks before it saves over a newer version, if it has heard of that one, which may take it ten seconds.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, Revision

from library.keys import key_named_by

MEANWHILE = "saved_meanwhile"
# What the same person saved so shortly before is this form, saved by itself while the button was pressed
ON_ITS_WAY = timedelta(seconds=10)


def note_version_not_read(request: HttpRequest, page: Page) -> None:
    """Remember, before a page is saved, which newer version its form does not know of."""
    latest = page.get_latest_revision()
    if latest is None or version_read(request.POST, latest) == latest:
        return
    if latest.user_id != request.user.pk or timezone.now() - latest.created_at > ON_ITS_WAY:
        setattr(request, MEANWHILE, latest)


def version_read(posted: Mapping[str, Any], latest: Revision) -> Revision | None:
    """Return the version that somebody has before them who saves a page; None if it is not there any more.

    Args:
        posted: the data of the editor's form. If it names no version, they have the newest.
        latest: the newest version of the page.
    """
    own = posted.get("overwrite_revision_id")  # what the editor has saved by itself
    seen = own or posted.get("loaded_revision_id")
    # Autosave rewrites a version under its number, so that the moment tells whether it is the one that was read.
    same = own or posted.get("loaded_revision_created_at") in (None, latest.created_at.isoformat())
    if not seen or seen == str(latest.pk):
        return latest if not seen or same else None
    of_page = Revision.objects.filter(base_content_type_id=latest.base_content_type_id, object_id=latest.object_id)
    return of_page.filter(pk=key_named_by(seen)).first()


def tell_of_version_not_read(request: HttpRequest, page: Page) -> None:
    """Tell, after a page was saved, who has saved another version meanwhile, and where the two are compared."""
    version: Revision | None = getattr(request, MEANWHILE, None)
    if version is None:
        return
    text = _("%(person)s saved a version while you were writing. Yours is the newest now, theirs is in the history.")
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, version.pk, "latest"])
    messages.warning(
        request,
        text % {"person": version.user or _("Somebody")},
        buttons=[messages.button(compare, _("Compare the two"))],
    )
