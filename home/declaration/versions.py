"""Older versions of the accessibility statement, which the law asks to keep."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.signals import published

from core.models import AssociationSettings
from editorial.records import Record
from home.declaration.statement import Statement

if TYPE_CHECKING:
    from home.declaration.page import AccessibilityStatementPage


class StatementVersion(Record):
    """What readers saw of a statement from one moment on. The newest is the current one.

    Rows are only ever added, one each time that readers begin to see something else. `content` is
    `statement.Statement.as_json()`, `digest` its fingerprint.
    """

    number = models.PositiveIntegerField(_("number"))
    content = models.JSONField(_("content"))

    # It keeps a copy of what a page said; it is no use of the page.
    wagtail_reference_index_ignore = True

    class Meta(Record.Meta):
        verbose_name = _("version of an accessibility statement")
        verbose_name_plural = _("versions of accessibility statements")
        constraints = [models.UniqueConstraint(fields=["page", "number"], name="one_version_of_a_number")]

    @classmethod
    def of_page(cls, page: "AccessibilityStatementPage") -> list["StatementVersion"]:
        """Return the versions of a page, the newest first, without their content until it is asked for."""
        return list(cls.objects.filter(page_id=page.pk).order_by("-number").defer("content"))

    @staticmethod
    def numbered(versions: list["StatementVersion"], number: str) -> "StatementVersion | None":
        """Return the version of a number as an address has it, or None."""
        return next((version for version in versions if str(version.number) == number), None)


def keep_versions(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """After a statement was published, keep what readers see now in each language, where it differs from before.

    A translation changes with its Polish page, whose dates, status and faults it shows.
    """
    from home.declaration.page import AccessibilityStatementPage

    if not isinstance(instance, AccessibilityStatementPage):
        return
    live = AccessibilityStatementPage.objects.filter(translation_key=instance.translation_key, live=True)
    for page in live.select_related("locale"):
        _keep_version(page)


def _keep_version(page: "AccessibilityStatementPage") -> None:
    site = page.get_site()
    if site is None:
        return
    statement = Statement.of(page, site, AssociationSettings.for_site(site))
    newest = StatementVersion.objects.filter(page_id=page.pk).order_by("-number").first()
    if newest is not None and newest.digest == statement.digest:
        return
    StatementVersion.objects.create(
        page_id=page.pk,
        revision_id=page.live_revision_id,
        number=newest.number + 1 if newest else 1,
        digest=statement.digest,
        content=statement.as_json(),
    )


def connect() -> None:
    """Keep a version of every statement that is published.

    Wagtail sends `published` after `page_published`, so translations have taken over what is not language by then.
    """
    published.connect(keep_versions, dispatch_uid="home.declaration.versions")
