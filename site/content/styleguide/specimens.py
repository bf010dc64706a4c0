"""What specimens are made of: values that no database holds, so that an empty site shows every component too."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.landscape import Landscape, Place, landscape_of
from core.models import AssociationSettings
from library.models import CustomDocument, CustomImage
from library.pictures import PRESETS, Picture

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

P = TypeVar("P", bound=Page)
NOWHERE = "#main"  # where links of specimens lead
SIZE = (1200, 675)
EMAIL, PHONE, ADDRESS = "biuro@example.org", "+48 000 000 000", "ul. Przykładowa 1\n00-000 Przykład"
PLACES = (("Lipy Wzorcowe", 50.1, 19.2, 9000), ("Nibyborze", 50.3, 19.6, 4000), ("Zmyślin", 50.15, 20.1, 22000))


@dataclass(frozen=True)
class Specimen:
    """A component in one state.

    Attributes:
        template: that readers get it from.
        state: in words.
        context: what the template is given.
        on_deep: whether it stands on the deep ground of the bar at the top.
    """

    template: str
    state: "StrOrPromise"
    context: dict[str, Any] = field(default_factory=dict)
    on_deep: bool = False


Specimens = Iterator[Specimen]


def title() -> str:
    """Return the title that specimens have."""
    return _("A title of two or three words")


def lead() -> str:
    """Return the lead that specimens have."""
    return _("A lead says in two sentences what the page is about.")


def at_ten(days: int = 0) -> datetime:
    """Return ten in the morning, some days from today."""
    return timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=days), time(10)))


def unsaved(model: type[P], **fields: Any) -> P:
    """Return a page that is nowhere in the tree, to which links lead nowhere all the same."""
    page = model(**{"title": title(), **fields})
    page.__dict__["get_url"] = lambda *_args, **_options: NOWHERE
    return page


def picture(credit: str = "") -> CustomImage:
    """Return an image that is in no library, with what there is of it in every place: one drawing."""
    image = CustomImage(title=title(), width=SIZE[0], height=SIZE[1], credit=credit)
    shown = Picture((), static("styleguide/picture.svg"), *SIZE, "")
    image.__dict__["loaded_pictures"] = dict.fromkeys(PRESETS, shown)  # where library.pictures looks first
    return image


def file_value() -> dict[str, Any]:
    """Return the value of a file to download."""
    document = CustomDocument(pk=0, title=title(), file="przyklad.pdf", file_size=120_000, created_at=at_ten())
    return {"document": document, "title": title(), "language": "pl", "description": lead()}


def land() -> Landscape:
    """Return the land of three places that do not exist."""
    return landscape_of([Place(name, NOWHERE, north, east, people) for name, north, east, people in PLACES])


def association() -> AssociationSettings:
    """Return the settings of an association that has filled in everything."""
    return AssociationSettings(
        name_pl="Stowarzyszenie Przykładowe",
        name_en="Example Association",
        tagline_pl=lead(),
        tagline_en=lead(),
        address=ADDRESS,
        phone=PHONE,
        email=EMAIL,
        office_hours_pl="8.00–15.00",
        office_hours_en="8.00–15.00",
        nip="1234563218",
        regon="123456785",
        krs="0000123456",
        bip_url="https://example.org/",
        edelivery_address="AE:PL-00000-00000-AAAAA-00",
        epuap_address="/przyklad/SkrytkaESP",
        bank_account="PL00 0000 0000 0000 0000 0000 0000",
        accessibility_contact_pl="Anna Przykładowa",
        interpreter_url="https://example.org/",
        data_protection_officer="Jan Przykładowy",
        data_protection_email=EMAIL,
    )
