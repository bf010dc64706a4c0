"""What readers get in place of a page, in the language of the address.

The page for a missing address is an ordinary one, with search and menu. The others stand alone: they may have to be
shown when the database, the host name or the session is what failed, so they ask none of them.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from core.addresses import home_address, language_of_address
from editorial.take_downs import TakeDown


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the address leads nowhere, and offer search and the sections."""
    with translation.override(language_of_address(request)):
        return render(request, "errors/not_found.html", {"title": _("Page not found")}, status=404)


def page_gone(request: HttpRequest, take_down: TakeDown) -> HttpResponse:
    """Say, in words of staff, that what was here should not have been published."""
    context = {"title": _("This page was published in error"), "take_down": take_down}
    return render(request, "errors/gone.html", context, status=410)


def _stand_alone(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    context = {"title": title, "text": text, "home": home_address(language_of_address(request))}
    return HttpResponse(render_to_string("errors/stand_alone.html", context), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the request makes no sense."""
    with translation.override(language_of_address(request)):
        text = _("The address or the form holds something that this site cannot read. Check the address and try again.")
        return _stand_alone(request, 400, _("The request cannot be read"), text)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the page is not for this reader."""
    with translation.override(language_of_address(request)):
        text = _("This page is not public. If you should have access, sign in or ask the office of the association.")
        return _stand_alone(request, 403, _("No access"), text)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form of the admin came without the mark that it was sent from here."""
    with translation.override(language_of_address(request)):
        text = _(
            "The form has waited too long, or the browser refuses cookies. Go back, reload the page, send it again."
        )
        return _stand_alone(request, 403, _("The form was not accepted"), text)


def sent_from_elsewhere(request: HttpRequest) -> HttpResponse:
    """Say that the browser does not tell that a reader's form was sent from a page of this site."""
    with translation.override(language_of_address(request)):
        text = _(
            "Your browser does not say that the form was sent from this site, so nothing was done with it. Go back, "
            "reload the page and send the form again. If that does not help, try another browser or write to us."
        )
        return _stand_alone(request, 403, _("The form was not accepted"), text)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the site failed."""
    with translation.override(language_of_address(request)):
        text = _("Something went wrong on our side. Nothing is wrong with your device. Try again in a few minutes.")
        return _stand_alone(request, 500, _("The site has a fault"), text)
