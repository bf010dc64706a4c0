"""Older versions of the accessibility statement, which the law asks to keep."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import QuerySet
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site
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


def keep_of_page(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """After a statement was published, keep what readers see now in each language, where it differs from before.

    A translation changes with its Polish page, whose dates, status and faults it shows.
    """
    from home.declaration.page import AccessibilityStatementPage

    if isinstance(instance, AccessibilityStatementPage):
        _keep(AccessibilityStatementPage.objects.filter(translation_key=instance.translation_key))


def keep_of_settings(sender: type[models.Model], instance: models.Model, raw: bool = False, **_kwargs: Any) -> None:
    """After the association's data or the site's address were saved, keep what live statements say with them."""
    from home.declaration.page import AccessibilityStatementPage

    if not raw:
        _keep(AccessibilityStatementPage.objects.all())


def _keep(pages: QuerySet["AccessibilityStatementPage"]) -> None:
    for page in pages.filter(live=True).select_related("locale"):
        if (site := page.get_site()) is not None:
            _keep_version(page, site)


def _keep_version(page: "AccessibilityStatementPage", site: Site) -> None:
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
    """Keep a version of every statement that is published, and whenever the settings change what it says.

    Wagtail sends `published` after `page_published`, so translations have taken over what is not language by then.
    """
    published.connect(keep_of_page, dispatch_uid="home.declaration.versions")
    for model in (AssociationSettings, Site):
        post_save.connect(keep_of_settings, sender=model, dispatch_uid=f"home.declaration.versions.{model.__name__}")
