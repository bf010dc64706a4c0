"""Records who changed a page and how much, whenever a revision is written or overwritten."""

from django.db.models.signals import post_save, pre_save
from wagtail.models import Page, Revision

from editorial.digest import page_digest
from editorial.measure import difference
from editorial.records import Approval, Contribution


def remember_former_content(
    sender: type[Revision],
    instance: Revision,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **_kwargs: object,
) -> None:
    """Keep, on the revision that is about to be saved, what the page said before: an overwritten text is gone after."""
    if raw or update_fields is not None:
        return
    revisions = Revision.objects.filter(base_content_type=instance.base_content_type_id, object_id=instance.object_id)
    former = revisions.filter(pk=instance.pk) if instance.pk else revisions.order_by("-pk")
    instance.former_revision = former.first()


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
    if known is not None and known.digest == digest:
        return
    former = getattr(instance, "former_revision", None)
    change = difference(former.as_object() if former else None, page)
    Contribution.objects.create(
        page_id=page.pk,
        revision_id=instance.pk,
        digest=digest,
        user_id=instance.user_id,
        characters=change.characters,
        touches_facts=change.touches_facts,
    )


def carry_over(original: Page, copy: Page) -> None:
    """Add the people who changed `original` since it was approved to the contributors of its copy.

    Wagtail copies revisions with their users, but a purge may have removed some before.
    """
    known = set(Contribution.since_approval(copy).values_list("user_id", flat=True))
    users = Contribution.since_approval(original).exclude(user=None).values_list("user_id", flat=True)
    digest = page_digest(copy.get_latest_revision_as_object())
    for user_id in set(users) - known:
        # Nothing of a copy was approved before, so there is no small part of it.
        Contribution.objects.create(
            page_id=copy.pk,
            revision_id=copy.latest_revision_id,
            digest=digest,
            user_id=user_id,
            touches_facts=True,
        )


def connect() -> None:
    """Listen to every revision that is saved."""
    pre_save.connect(remember_former_content, sender=Revision, dispatch_uid="editorial.contributions.former")
    post_save.connect(record_contribution, sender=Revision, dispatch_uid="editorial.contributions")
