"""The point that every route to readers passes: the saving of a live row.

Whatever asks for it (the editor, a bulk action, a schedule, a copy, code), a page is saved as live only if readers
see no change, or if exactly this content was approved as exactly this revision. Superusers pass it like everyone.
"""

from collections.abc import Collection

from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Page, Revision

from editorial.approvals import is_approved
from editorial.conditions import unmet_condition
from editorial.digest import STATE_FIELDS, page_digest
from editorial.refusals import PublishingRefused

NOT_APPROVED = _(
    "“%(title)s” was not published: this version was not approved. "
    "Save it, submit it for approval, and let another person approve it."
)
NO_ALIASES = _(
    "“%(title)s” was not created: this site has no alias pages. Link to the page, or start a translation of it."
)


def check_page(
    sender: type[Page],
    instance: Page,
    raw: bool = False,
    update_fields: Collection[str] | None = None,
    **_kwargs: object,
) -> None:
    """Let a page be saved as live only with an approval of what readers would see and with every condition met.

    Raises:
        PublishingRefused: there is none, a condition is not met, or the page is an alias.
    """
    if raw or not isinstance(instance, Page) or instance.depth == 1:
        return
    if instance.alias_of_id is not None:
        raise PublishingRefused(NO_ALIASES % {"title": instance.title})
    names = None if update_fields is None else set(update_fields)
    if names is not None and not names - (STATE_FIELDS - {"live"}):
        return
    if not instance.live and (names is None or "live" in names):
        return
    stored = Page.objects.filter(pk=instance.pk).first() if instance.pk else None
    stored = stored.specific if stored else None
    page = _as_saved(instance, stored, names)
    if not page.live or (stored and stored.live and page_digest(stored) == page_digest(page)):
        return
    if not is_approved(page, page.live_revision_id):
        raise PublishingRefused(NOT_APPROVED % {"title": instance.title})
    if reason := unmet_condition(page):
        raise PublishingRefused(reason)


def _as_saved(instance: Page, stored: Page | None, names: set[str] | None) -> Page:
    """Return the specific page that saving `instance` would make.

    A bare `Page` changes only its own columns, and `names` (`update_fields`) only the fields that it names.
    """
    if stored is None or (names is None and type(instance) is not Page):
        return instance
    page = type(stored).objects.get(pk=stored.pk)
    for field in type(instance)._meta.concrete_fields:
        if names is None or names & {field.name, field.attname}:
            setattr(page, field.attname, getattr(instance, field.attname))
    relations = {*get_all_child_m2m_relations(instance), *get_all_child_relations(instance)}
    for relation in relations:
        name = relation.name if relation.many_to_many else relation.get_accessor_name()
        if names is not None and name in names - STATE_FIELDS:
            setattr(page, name, list(getattr(instance, name).all()))
    return page


def check_schedule(sender: type[Revision], instance: Revision, raw: bool = False, **_kwargs: object) -> None:
    """Let a revision of a page be scheduled only with an approval of its content.

    Raises:
        PublishingRefused: there is none.
    """
    if raw or instance.approved_go_live_at is None:
        return
    page = instance.as_object()
    if isinstance(page, Page) and not is_approved(page, instance.pk):
        raise PublishingRefused(NOT_APPROVED % {"title": page.title})


def connect() -> None:
    """Stand in front of every save of a page and of a revision."""
    pre_save.connect(check_page, dispatch_uid="editorial.guard.page")
    pre_save.connect(check_schedule, sender=Revision, dispatch_uid="editorial.guard.revision")
