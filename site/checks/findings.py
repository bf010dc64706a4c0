"""What the checks find in a page, and what people have said about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import Page

from accounts.models import User
from checks.base import Finding
from checks.content import Content
from checks.models import Override
from checks.registry import CHECKS
from editorial.decisions import why_not_override
from editorial.digest import page_digest
from editorial.log_actions import OVERRIDE
from editorial.refusals import PublishingRefused, Step

NAMED_IN_A_REFUSAL = 5


@dataclass(frozen=True)
class Result:
    """A finding, where to mend it, and the reason that somebody gave for it, if anybody did."""

    finding: Finding
    url: str
    override: Override | None

    @property
    def stands_in_the_way(self) -> bool:
        """Whether the page can be neither submitted nor approved with it."""
        return self.finding.blocks and self.override is None

    @property
    def may_be_overridden(self) -> bool:
        """Whether a reason can still be given for it."""
        return self.stands_in_the_way and self.finding.excusable

    @property
    def words(self) -> str:
        """The place and what is wrong there."""
        return f"{self.finding.place}: {self.finding.message}"


def findings_in(page: Page) -> list[Finding]:
    """Return what the checks find in a specific page, in the version that it is an object of, each fault once.

    The number of queries is the same however much the page says.
    """
    content = Content(page)
    found = {finding.fingerprint: finding for check in CHECKS for finding in check.find(content)}
    return list(found.values())


def results_for(page: Page) -> list[Result]:
    """Return the same with what people have said about it: first what stands in the way, then the rest."""
    findings = findings_in(page)
    if not findings:
        return []
    said = Override.objects.filter(page_id=page.pk, fingerprint__in=[each.fingerprint for each in findings])
    overrides = {override.fingerprint: override for override in said.select_related("user").order_by("pk")}
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    results = [
        Result(
            finding=finding,
            url=field_url(edit_url, finding.path),
            override=overrides.get(finding.fingerprint) if finding.excusable else None,
        )
        for finding in findings
    ]
    return sorted(results, key=lambda result: (not result.stands_in_the_way, not result.finding.blocks))


def field_url(edit_url: str, path: str) -> str:
    """Return the address of a field in the editor, in the way that Wagtail itself links to fields."""
    return f"{edit_url}#:w:{urlencode({'contentpath': path})}"


def newest_version(page: Page) -> Page:
    """Return a page as its newest revision has it."""
    newest: Page = page.specific.get_latest_revision_as_object()
    return newest


def obstacles(page: Page) -> Sequence[Step]:
    """Return what has to be done before a page is submitted or approved: one step for each finding in the way."""
    blocking = [result for result in results_for(page) if result.stands_in_the_way]
    if not blocking:
        return ()
    steps = [Step(result.words, result.url) for result in blocking[:NAMED_IN_A_REFUSAL]]
    more = len(blocking) - len(steps)
    words = (
        ngettext("%(count)d more, and where to give reasons", "%(count)d more, and where to give reasons", more)
        % {"count": more}
        if more
        else _("Where to give reasons")
    )
    return [*steps, Step(words, reverse("checks:page", args=[page.pk]))]


@transaction.atomic
def override(page: Page, user: User, result: Result, reason: str) -> Override:
    """Record why a finding may stay, and log it with the reason.

    Args:
        page: as its newest revision has it.

    Raises:
        PublishingRefused: the person may not, or no reason can be given for this finding.
    """
    if refusal := why_not_override(user, page):
        raise PublishingRefused(refusal)
    if not result.may_be_overridden:
        raise PublishingRefused(_("No reason is taken here: put right what is wrong."))
    finding = result.finding
    said = f"{finding.message} – {reason}"
    log(instance=page, action=OVERRIDE, user=user, data={"reason": said, "check": finding.check, "path": finding.path})
    return Override.objects.create(
        page_id=page.pk,
        revision_id=page.latest_revision_id,
        digest=page_digest(page),
        check_identifier=finding.check,
        path=finding.path,
        fingerprint=finding.fingerprint,
        user=user,
        reason=reason,
    )
