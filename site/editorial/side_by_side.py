"""Two people in one page at the same time: who saves second is told of the version that they have not read.

Wagtail's editor asks before it saves over a newer version, if it has heard of that one, which may take it ten seconds.
"""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, Revision

MEANWHILE = "saved_meanwhile"


def note_version_not_read(request: HttpRequest, page: Page) -> None:
    """Remember, before a page is saved, which newer version its form does not know of."""
    latest = page.get_latest_revision()
    if latest is not None and not _is_known(request, latest):
        setattr(request, MEANWHILE, latest)


def _is_known(request: HttpRequest, latest: Revision) -> bool:
    own = request.POST.get("overwrite_revision_id")  # what the editor has saved by itself
    seen = own or request.POST.get("loaded_revision_id")
    # Autosave rewrites a version under its number, so that the moment tells whether it is the one that was read.
    same = own or request.POST.get("loaded_revision_created_at") in (None, latest.created_at.isoformat())
    return not seen or (seen == str(latest.pk) and bool(same))


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
