"""Records who changed a page, whenever a revision is written or overwritten."""

from django.db.models.signals import post_save
from wagtail.models import Page, Revision

from editorial.digest import page_digest
from editorial.records import Approval, Contribution


def record_contribution(
    sender: type[Revision],
    instance: Revision,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **_kwargs: object,
) -> None:
    """Add a contribution when a page's revision says something else than the last one did.

    Submitting or copying without a change leaves no contribution, so an author stays the author; a later purge of
    revisions takes nothing away.
    """
    if raw or update_fields is not None:
        return
    page = instance.as_object()
    if not isinstance(page, Page):
        return
    digest = page_digest(page)
    known = Contribution.objects.filter(page_id=page.pk).last() or Approval.objects.filter(page_id=page.pk).last()
    if known is None or known.digest != digest:
        Contribution.objects.create(page_id=page.pk, revision_id=instance.pk, digest=digest, user_id=instance.user_id)


def carry_over(original: Page, copy: Page) -> None:
    """Add the people who changed `original` since it was approved to the contributors of its copy.

    Wagtail copies revisions with their users, but a purge may have removed some before.
    """
    known = set(Contribution.since_approval(copy).values_list("user_id", flat=True))
    users = Contribution.since_approval(original).exclude(user=None).values_list("user_id", flat=True)
    digest = page_digest(copy.get_latest_revision_as_object())
    for user_id in set(users) - known:
        Contribution.objects.create(
            page_id=copy.pk, revision_id=copy.latest_revision_id, digest=digest, user_id=user_id
        )


def connect() -> None:
    """Listen to every revision that is saved."""
    post_save.connect(record_contribution, sender=Revision, dispatch_uid="editorial.contributions")
