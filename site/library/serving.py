"""How private files are handed out: after asking who may see them, and with the same answer to everybody else.

Whoever may not see a file gets what they would get if there were none.
"""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.urls import get_resolver
from django.views.decorators.http import require_safe
from wagtail.documents.views import serve as stock
from wagtail.users.models import UserProfile

from library.embargo import has_rights_to, is_let_in, is_public, may_see
from library.models import CustomDocument, CustomImage, CustomRendition
from library.presets import specs_for_readers
from library.ranges import with_ranges

FOR_ONE_PERSON = "private, no-store"


def serve_document(request: HttpRequest, document_id: str, document_filename: str) -> HttpResponseBase:
    """Serve a document, or the part of it that the request asks for.

    Wagtail's view is behind it, with the restrictions of the document's collection.
    """
    document = CustomDocument.objects.filter(pk=document_id).first()
    if document is None or document.filename != document_filename:
        return _nothing_here(request)
    public = is_public(document)
    if not public and not may_see(request, document):
        return _nothing_here(request)
    response = with_ranges(request, stock.serve(request, document_id, document_filename))
    if not public:
        response.headers["Cache-Control"] = FOR_ONE_PERSON
    return response


@require_safe
def serve_rendition(request: HttpRequest, image_id: str, filename: str) -> HttpResponseBase:
    """Serve a rendition of an image that has no public copy: a page with a password shows it, or the admin.

    Of a public image only staff get the sizes that no page offers.
    """
    renditions = CustomRendition.objects.filter(image_id=image_id).select_related("image")
    rendition = next((each for each in renditions if each.filename == filename), None)
    if rendition is None or not _may_see_rendition(request, rendition):
        return _nothing_here(request)
    return _private_picture(rendition.file.name)


def _may_see_rendition(request: HttpRequest, rendition: CustomRendition) -> bool:
    image = rendition.image
    for_readers = rendition.filter_spec in specs_for_readers(image)
    if for_readers and (is_public(image) or is_let_in(request, image)):
        return True
    return has_rights_to(request.user, image)


@require_safe
def serve_private_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """Serve an original of an image, or the picture of a person, by its name in private storage. For the admin.

    Raises:
        Http404: there is none, or the person has no right to it.
    """
    image = CustomImage.objects.filter(file=name).first()
    if image is None and not UserProfile.objects.filter(avatar=name).exists():
        raise Http404
    if image is not None and not has_rights_to(request.user, image):
        raise Http404
    return _private_picture(name)


def _private_picture(name: str | None) -> HttpResponseBase:
    """Return an image as it lies in private storage.

    Raises:
        Http404: its file is gone.
    """
    try:
        file = default_storage.open(str(name))
    except OSError as error:
        raise Http404 from error
    response = FileResponse(file, filename=str(name).rpartition("/")[2])
    response.headers["Cache-Control"] = FOR_ONE_PERSON
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _nothing_here(request: HttpRequest) -> HttpResponseBase:
    """Return the same to everybody, whether there is a file or not.

    The session is put back as it came: had somebody been looked up in it, the headers would tell that there is a file.
    No cache keeps the answer, so it need not say by what it varies.
    """
    request.session = type(request.session)(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    not_found = cast(Callable[..., HttpResponseBase], get_resolver().resolve_error_handler(404))
    response = not_found(request, Http404())
    response.headers["Cache-Control"] = "no-store"
    return response
