"""What is said to translators and to those who ask, in the language that is active."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from notifications.outbox import Notification
from notifications.wording import Words, address, day
from notifications.wording import asked as asked_lines
from translation.models import english_in_place, english_of


def _work(page: Page) -> tuple[str, str]:
    """Return the link to where the English version of a page is written, or brought back from the recycle bin."""
    english = english_in_place(page)
    if english is None:
        return _("Translate it"), address("wagtail_localize:submit_page_translation", page.pk)
    return _("Open the English version"), address("wagtailadmin_pages:edit", english.pk)


def _because_you_translate() -> str:
    return _("You get this because you may translate this page into English.")


def _because_you_asked() -> str:
    return _("You get this because you asked for this translation.")


def _open_request(page: Page) -> tuple[str, str]:
    return _("Open the request"), address("translation:request", page.pk)


def _what(notification: Notification) -> str:
    """Return what a request is for."""
    if notification.data["whole_section"]:
        return _("“%(title)s” with all pages below it") % notification.data
    return _("“%(title)s”") % notification.data


def published(notification: Notification, page: Page) -> Words:
    """Say that readers see a new Polish text, or another one."""
    data = notification.data
    if data["is_new"]:
        subject = _("New in Polish, to be translated: %(title)s")
        line = _("“%(title)s” was published in Polish for the first time.")
    else:
        subject = _("Changed in Polish: %(title)s")
        line = _("The Polish text of “%(title)s” was published again, with changes.")
    lines = [
        line % data,
        _("Read it: %(url)s") % {"url": page.full_url},
        _("All that waits: %(url)s") % {"url": address("translation:report")},
    ]
    return Words(subject % data, lines, _work(page), _because_you_translate())


def asked(notification: Notification, page: Page) -> Words:
    """Say that somebody asks for a translation, or hands it over."""
    data = {**notification.data, "what": _what(notification)}
    if data["handed_over"]:
        line = _("%(by)s hands a translation into English over to you: %(what)s.")
    elif data["named"]:
        line = _("%(by)s asks you to translate into English: %(what)s.")
    else:
        line = _("%(by)s asks for a translation into English: %(what)s. Nobody has taken it yet.")
    why = _("You get this because you are asked to translate this.") if data["named"] else _because_you_translate()
    return Words(
        _("To be translated: %(title)s") % data,
        [line % data, *asked_lines(data)],
        _open_request(page),
        why,
        quote=data["message"],
    )


def deadline(notification: Notification, page: Page) -> Words:
    """Say that the deadline of a request is near, or over."""
    data = {**notification.data, "day": day(notification.data["deadline"]), "what": _what(notification)}
    if data["is_over"]:
        subject = _("Translation overdue: %(title)s")
        line = _("The English version should have been live by %(day)s: %(what)s.")
    else:
        subject = _("Translation by %(day)s: %(title)s")
        line = _("The English version should be live by %(day)s: %(what)s.")
    return Words(
        subject % data,
        [line % data],
        _open_request(page),
        _("You get this because you are asked to translate this, or asked for it."),
    )


def declined(notification: Notification, page: Page) -> Words:
    """Say that a translator declines, and why."""
    data = {**notification.data, "what": _what(notification)}
    return Words(
        _("Translation declined: %(title)s") % data,
        [_("%(by)s declines the translation into English: %(what)s.") % data],
        (_("Ask again"), address("translation:ask", page.pk)),
        _because_you_asked(),
        quote=data["reason"],
    )


def cancelled(notification: Notification, page: Page) -> Words:
    """Say that a translation is not asked for any more, and why."""
    data = {**notification.data, "what": _what(notification)}
    return Words(
        _("Translation not needed any more: %(title)s") % data,
        [_("%(by)s does not ask for this translation any more: %(what)s.") % data],
        (_("All that waits"), address("translation:report")),
        _("You get this because you were asked to translate this."),
        quote=data["reason"],
    )


def done(notification: Notification, page: Page) -> Words:
    """Say that what was asked for is live."""
    data = {**notification.data, "what": _what(notification)}
    english = english_of(page)
    if english is not None and (url := english.full_url):
        link = (_("See it as readers do"), url)
    else:
        link = (_("Open the page"), address("wagtailadmin_pages:edit", page.pk))
    return Words(
        _("Live in English: %(title)s") % data,
        [_("What you asked for is live in English: %(what)s.") % data],
        link,
        _because_you_asked(),
    )
