"""What the publishing rules ask of every page."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, TaskState

from accounts.models import User
from editorial.bin import is_in_bin
from editorial.digest import STATE_FIELDS
from editorial.embargo import follow_row
from editorial.forms import DraftCopyForm
from editorial.guard import check_page
from editorial.overtaken import RefusesOvertakenSaves
from editorial.panels import ChangePanel
from editorial.permissions import BinnedPagePermissionTester, GovernedPagePermissionTester
from editorial.records import Approval
from library.recording import record_use


class GovernedPageMixin(RefusesOvertakenSaves):
    """A page that goes live only through approval."""

    is_major_change = models.BooleanField(
        _("readers should know of this change"),
        default=False,
        help_text=_(
            "A major change: what readers may have read before does not hold any more. Its note stands in the history "
            "of the page, and the feeds announce the page again. Leave it for corrections."
        ),
    )
    change_note = models.TextField(
        _("change note"),
        blank=True,
        max_length=500,
        help_text=_("What has changed, in one or two sentences for readers, such as: The deadline was moved to 3 May."),
    )

    settings_panels = [ChangePanel(), *Page.settings_panels]

    class Meta:
        abstract = True

    copy_form_class = DraftCopyForm
    is_unfinished = False  # while the editor saves a draft, which need not be complete yet
    keeps_companions = False  # while it is taken down: its versions in other languages stay live

    def permissions_for_user(self, user: User) -> GovernedPagePermissionTester:
        return (BinnedPagePermissionTester if is_in_bin(self) else GovernedPagePermissionTester)(user, self)

    def fields_outside_approval(self) -> frozenset[str]:
        """Names of fields that an approval of this page does not cover, because another page's does."""
        return frozenset()

    def clean(self) -> None:
        """Ask for the note of a major change.

        Raises:
            ValidationError: on `change_note`.
        """
        super().clean()
        if self.is_major_change and not self.change_note.strip() and not self.is_unfinished:
            raise ValidationError(
                {"change_note": _("Tell readers what has changed, or mark the change as no major one.")}
            )

    @transaction.atomic
    def save(self, *args: Any, update_fields: Collection[str] | None = None, **kwargs: Any) -> None:
        """Save the page, and with it which files it uses.

        The guard's signal is not told of relations that `update_fields` names, so it is asked here.

        Raises:
            PublishingRefused: see `editorial.guard`.
        """
        if update_fields is not None:
            check_page(type(self), self, update_fields=update_fields)
        super().save(*args, update_fields=update_fields, **kwargs)
        if update_fields is None or set(update_fields) - (STATE_FIELDS - {"live"}):
            # Reading blocks fills in what their JSON leaves out, so another object is read: as the database has it
            follow_row(type(self)._base_manager.get(pk=self.pk))

    def save_revision(self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any) -> Revision:
        """Save a revision. Autosave rewrites the newest one, unless others rely on what it says."""
        if overwrite_revision is not None and self._is_relied_on(overwrite_revision):
            overwrite_revision = None
        with transaction.atomic():
            revision = super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)
            record_use(revision.as_object(), in_draft=True)
        return revision

    def _is_relied_on(self, revision: Revision) -> bool:
        return (
            revision.pk == self.live_revision_id
            or revision.approved_go_live_at is not None
            or Approval.objects.filter(page_id=self.pk, revision_id=revision.pk).exists()
            or TaskState.objects.filter(revision_id=revision.pk).exists()
        )
