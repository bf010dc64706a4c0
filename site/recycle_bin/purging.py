"""How the recycle bin is emptied of what nobody wanted back in time."""

import logging
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from recycle_bin.log_actions import PURGE
from recycle_bin.models import BinnedPage, kept

logger = logging.getLogger(__name__)


def due(now: datetime) -> QuerySet[BinnedPage]:
    """Return what can be purged at a moment, the oldest first, without what goes together with it."""
    return BinnedPage.objects.filter(binned_at__lte=now - kept(), companion_of=None).order_by("binned_at", "pk")


@transaction.atomic
def purge(binned: BinnedPage, now: datetime) -> bool:
    """Remove a page that is due for good, with all below it and the translations that it took along.

    Returns:
        Whether this call did it. Not, if it was restored or purged meanwhile, or another worker is at it.
    """
    row = due(now).select_for_update(skip_locked=True).filter(pk=binned.pk).first()
    if row is None:
        return False
    for each in (*row.companions.all(), row):
        page = each.page.specific
        said = f"{page.pk} “{page.draft_title}”, {each.slug}"
        reason = _("from “%(parent)s”") % {"parent": each.parent_title}
        log(instance=page, action=PURGE, data={"reason": reason}, deleted=True)
        page.delete()
        logger.info("Purged from the recycle bin: %s", said)
    return True
