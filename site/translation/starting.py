"""Starts an English page from a Polish one: a draft in the ordinary editor, parents first."""

from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.actions.copy_page import CopyPageAction
from wagtail.coreutils import find_available_slug, string_to_ascii
from wagtail.log_actions import log
from wagtail.models import Locale, Page, TranslatableMixin

from accounts.models import User
from translation.locales import source_locale_id, target_locale_id
from translation.merging.base import follow_structure
from translation.models import PublishedText, english_in_place
from translation.truth.signals import start_from_live_text


@dataclass(frozen=True)
class Obstacle:
    """Why a translation cannot be started, and where to go to change that."""

    reason: str | Promise
    url: str = ""
    label: str | Promise = ""


def english_parent_of(page: Page) -> Page | None:
    """Return the page that the translation of a page would stand under, or None. Home pages stand under the root."""
    parent = page.get_parent()
    return parent if parent.is_root() else english_in_place(parent)


def why_not_start(page: Page) -> Obstacle | None:
    """Say what stands in the way of a translation of a page, whoever asks."""
    if page.locale_id != source_locale_id():
        return Obstacle(_("“%(title)s” is not a Polish page. English pages are started from Polish ones.") % _of(page))
    if not page.live:
        return Obstacle(
            _("“%(title)s” is not published yet. Its English version can be started once it is.") % _of(page)
        )
    if english_parent_of(page) is None:
        parent = page.get_parent()
        return Obstacle(
            _("The page above “%(title)s” has no English version yet. Translate the parent first: “%(parent)s”.")
            % {**_of(page), "parent": parent.title},
            reverse("wagtail_localize:submit_page_translation", args=[parent.pk]),
            _("Translate the parent"),
        )
    return None


def _of(page: Page) -> dict[str, str]:
    return {"title": page.title}


@transaction.atomic
def start_translation(page: Page, title: str, user: User) -> Page:
    """Make the English draft of a live Polish page: a copy by nobody, then the English title by its translator.

    Args:
        page: a specific page, for which `why_not_start` knows no obstacle and which has no translation.
        title: the English title, which also gives the page its address.

    Raises:
        ValidationError: the title cannot be used.
        IntegrityError: somebody else has started the same translation at the same moment.
    """
    parent = english_parent_of(page)
    english = CopyPageAction(
        page,
        to=parent,
        update_attrs={
            "locale": Locale.objects.get(pk=target_locale_id()),
            "slug": _slug_for(title, page, parent),
            "owner": user,
            "go_live_at": None,
            "expire_at": None,  # it comes down with the Polish page, whose day may be put off
            "locked": False,
            "locked_at": None,
            "locked_by": None,
        },
        copy_revisions=False,
        keep_live=False,
        reset_translation_key=False,
        process_child_object=_into_english,
        log_action=None,
    ).execute(skip_permission_checks=True)
    english.view_restrictions.all().delete()  # those of the Polish page hold for it, and are lifted with it
    start_from_live_text(page)
    text = PublishedText.objects.select_related("revision").filter(page_id=page.pk).first()
    if text is not None:
        follow_structure(english, text.revision, user)
    _log_start(page, english, user)
    english = english.specific_class.objects.get(pk=english.pk)
    english.title = title
    english.save_revision(user=user, log_action=True)
    return english


def _slug_for(title: str, page: Page, parent: Page) -> str:
    return find_available_slug(parent, slugify(string_to_ascii(title))[:255] or page.slug)


def _into_english(_page: Page, copy: Page, _relation: object, child: object) -> None:
    if isinstance(child, TranslatableMixin):
        child.locale = copy.locale


def _log_start(page: Page, english: Page, user: User) -> None:
    log(
        instance=english,
        action="wagtail.copy_for_translation",
        user=user,
        data={
            "page": {
                "id": english.pk,
                "title": english.get_admin_display_title(),
                "locale": {"id": english.locale_id, "language_code": english.locale.language_code},
            },
            "source_locale": {"id": page.locale_id, "language_code": page.locale.language_code},
        },
    )
