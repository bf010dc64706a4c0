"""Who may view a page is no language: a restriction of the Polish page holds for its translations too."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction

from translation.locales import source_locale_id


def _translations_of(restriction: PageViewRestriction) -> list[Page]:
    """Return the translations of the page that is restricted, if it is a source page."""
    page = Page.objects.filter(pk=restriction.page_id).first()
    if page is None or page.locale_id != source_locale_id():
        return []
    return list(page.get_translations())


def restrict_translations(
    sender: type[PageViewRestriction], instance: PageViewRestriction, raw: bool = False, **_kwargs: object
) -> None:
    """Give the translations of a page the restriction that it has just got."""
    if raw:
        return
    for translation in _translations_of(instance):
        PageViewRestriction.objects.update_or_create(
            page=translation,
            defaults={"restriction_type": instance.restriction_type, "password": instance.password},
        )


def restrict_to_the_same_groups(
    sender: type, instance: PageViewRestriction, action: str, reverse: bool, **_kwargs: object
) -> None:
    """Let the same groups view the translations."""
    if reverse or not action.startswith("post_"):
        return
    groups = list(instance.groups.all())
    for restriction in PageViewRestriction.objects.filter(page__in=_translations_of(instance)):
        restriction.groups.set(groups)


def open_translations(sender: type[PageViewRestriction], instance: PageViewRestriction, **_kwargs: object) -> None:
    """Lift the restriction of the translations when that of the source page is lifted."""
    PageViewRestriction.objects.filter(page__in=_translations_of(instance)).delete()


def connect() -> None:
    """Follow every change of who may view a source page."""
    post_save.connect(restrict_translations, sender=PageViewRestriction, dispatch_uid="translation.privacy.saved")
    post_delete.connect(open_translations, sender=PageViewRestriction, dispatch_uid="translation.privacy.deleted")
    m2m_changed.connect(
        restrict_to_the_same_groups,
        sender=PageViewRestriction.groups.through,
        dispatch_uid="translation.privacy.groups",
    )
