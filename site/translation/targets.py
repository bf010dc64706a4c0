"""What links, files and images are called, in place of the numbers that revisions keep."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from translation.segments import Kind, Segment

Names = Mapping[str, str]
PAGE, DOCUMENT, IMAGE = "page", "document", "image"


def target_of(segment: Segment) -> str:
    """Return what a segment without words stands for, `image:5` for one; nothing for words."""
    if segment.kind == Kind.IMAGE:
        return f"{IMAGE}:{segment.text}"
    return segment.targets[0] if segment.kind in (Kind.LINK, Kind.FILE) and segment.targets else ""


def names_of(segments: Iterable[Segment]) -> dict[str, str]:
    """Return the titles of what segments lead to or show, by target; three queries at most.

    A page that is not public is named by its number alone: whoever reads this may not be allowed to see it.
    """
    keys: dict[str, set[int]] = defaultdict(set)
    for segment in segments:
        for target in filter(None, (*segment.targets, target_of(segment))):
            kind, _colon, key = target.partition(":")
            if key.isdecimal():
                keys[kind].add(int(key))
    found: dict[str, str] = {}
    sources = (
        (PAGE, Page.objects.live().public(), _("page “%(title)s”")),
        (DOCUMENT, get_document_model().objects.all(), _("file “%(title)s”")),
        (IMAGE, get_image_model().objects.all(), _("image “%(title)s”")),
    )
    for kind, rows, said in sources:
        if wanted := keys.get(kind):
            titles = rows.filter(pk__in=wanted).values_list("pk", "title")
            found |= {f"{kind}:{key}": said % {"title": title} for key, title in titles}
    return found


def said_by(segment: Segment, names: Names) -> str:
    """Return what a reader is shown of a segment: its words, or what it leads to or shows."""
    target = target_of(segment)
    return names.get(target, target) if target else segment.text
