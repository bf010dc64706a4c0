"""What a person has begun and not ended: drafts that nobody goes on with, and pages that they keep locked."""

from datetime import timedelta

from django.conf import settings
from django.db.models import CharField, Exists, F, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, WorkflowState, get_default_page_content_type

from accounts.models import User
from editorial.bin import outside_bin
from editorial.desk.rows import Columns, Row, Section
from editorial.desk.sources import Source, register_source


def quiet(user: User) -> tuple[QuerySet, Columns]:
    """Find the drafts whose newest version a person wrote, that wait for nobody and that nobody goes on with."""
    under_way = WorkflowState.objects.active().filter(
        base_content_type=get_default_page_content_type(), object_id=Cast(OuterRef("pk"), CharField())
    )
    before = timezone.now() - timedelta(days=settings.DRAFTS_GO_QUIET_AFTER_DAYS)
    pages = Page.objects.filter(
        ~Exists(under_way),
        outside_bin(),
        has_unpublished_changes=True,
        latest_revision__user=user.pk,
        latest_revision__approved_go_live_at=None,
        latest_revision_created_at__lt=before,
    )
    return pages, Columns(page=F("pk"), since=F("latest_revision_created_at"))


def locked(user: User) -> tuple[QuerySet, Columns]:
    """Find the pages that a person keeps locked."""
    pages = Page.objects.filter(outside_bin(), locked=True, locked_by=user.pk, locked_at__isnull=False)
    return pages, Columns(page=F("pk"), since=F("locked_at"))


def _day(row: Row) -> str:
    return date_format(timezone.localdate(row.since), "j E Y")


def _why_quiet(row: Row) -> str:
    return _("not submitted, last changed on %(day)s") % {"day": _day(row)}


def _why_locked(row: Row) -> str:
    return _("locked by you since %(day)s, so that nobody else can work on it") % {"day": _day(row)}


def _edit(row: Row) -> str:
    return reverse("wagtailadmin_pages:edit", args=[row.page_id])


def register() -> None:
    """Put these reasons on the desk."""
    register_source(Source("quiet", Section.QUIET, quiet, _why_quiet, _edit, gettext_lazy("Go on")))
    register_source(Source("locked", Section.WAITING, locked, _why_locked, _edit, gettext_lazy("Open and unlock")))
