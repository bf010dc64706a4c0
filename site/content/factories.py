"""Pages for tests and for a browser: each with valid fields, published through the record of approvals."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import count
from typing import Any, TypeVar
from uuid import uuid4

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Locale, Page

from content.loading import block
from content.pdf import make_pdf
from content.sample_blocks import blocks_of_every_family
from core.models import BasePage
from editorial.publishing import publish_loaded_content
from home.models import (
    AccessibilityStatementPage,
    ActivityAreaIndexPage,
    ActivityAreaPage,
    ContactPage,
    EasyReadPage,
    GoalIndexPage,
    GoalPage,
    HomePage,
    PrivacyPolicyPage,
    SignLanguagePage,
    StandardPage,
)
from home.topics import HEADINGS
from library.models import CustomDocument, CustomImage
from members.models import MemberIndexPage, MemberPage
from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage
from publications.models import PublicationIndexPage, PublicationPage

T = TypeVar("T", bound=BasePage)
_numbers = count(1)
REASON = "Made by a factory"


def make_page(model: type[T], parent: Page, *, live: bool = True, **fields: Any) -> T:
    """Make a page under `parent`, in its language, live or as a draft with one revision by nobody."""
    number = next(_numbers)
    fields = {"title": f"{model.__name__} {number}", "slug": f"page-{number}", **fields}
    page = model(locale=parent.locale, live=False, **fields)
    parent.add_child(instance=page)
    if live:
        publish_loaded_content(page, REASON)
    else:
        page.save_revision()
    return model.objects.get(pk=page.pk)


def make_news(parent: Page, **fields: Any) -> NewsPage:
    """Make a news page with a lead, a date and one paragraph."""
    defaults = {
        "lead": "What happened, in one sentence.",
        "date": date(2026, 11, 1),
        "body": [block(uuid4(), "text", "<p>The whole story.</p>")],
    }
    return make_page(NewsPage, parent, **{**defaults, **fields})


def make_event(parent: Page, **fields: Any) -> EventPage:
    """Make an event of an hour and a half in a year that no test reaches."""
    defaults = {
        "lead": "What it is and whom it is for.",
        "starts_at": datetime(2097, 3, 12, 9, tzinfo=UTC),
        "ends_at": datetime(2097, 3, 12, 10, 30, tzinfo=UTC) if "starts_at" not in fields else None,
        "place": "The town hall, room 12",
        "accessibility": "No steps. An induction loop.",
    }
    return make_page(EventPage, parent, **{**defaults, **fields})


def make_publication(parent: Page, **fields: Any) -> PublicationPage:
    """Make a publication page of one year."""
    return make_page(PublicationPage, parent, **{"year": 2026, "summary": "What it is about.", **fields})


def make_member(parent: Page, **fields: Any) -> MemberPage:
    """Make the profile of a rural municipality with a TERYT code of its own."""
    number = next(_numbers)
    defaults = {
        "kind": MemberPage.Kind.RURAL,
        "official_name": f"Gmina Przykładowa {number}",
        "teryt": f"02{1 + number // 90 % 60:02}{1 + number % 90:02}2",
    }
    return make_page(MemberPage, parent, **{**defaults, **fields})


def make_goal(parent: Page, **fields: Any) -> GoalPage:
    """Make a goal with a statement and two items of scope."""
    defaults = {
        "number": 1 + next(_numbers) % 1000,
        "statement": "What the goal is.",
        "scope": [block(uuid4(), "item", "one task"), block(uuid4(), "item", "another task")],
    }
    return make_page(GoalPage, parent, **{**defaults, **fields})


def make_area(parent: Page, **fields: Any) -> ActivityAreaPage:
    """Make an area of activity that serves no goal."""
    defaults = {"number": 1 + next(_numbers) % 1000, "statement": "What is done here."}
    return make_page(ActivityAreaPage, parent, **{**defaults, **fields})


def make_home(parent: Page, **fields: Any) -> HomePage:
    """Make a home page under the root of the tree."""
    return make_page(HomePage, parent, **{"statement": "What the association is.", **fields})


def fault_block(description: str = "What does not work.", **facts: Any) -> dict[str, Any]:
    """Return the raw value of a known fault of an accessibility statement, open unless `repaired_on` is given."""
    value = {"kind": "fault", "criterion": "", "planned_on": None, "repaired_on": None, **facts}
    return block(uuid4(), "fault", {"description": description, **value})


def make_accessibility_statement(parent: Page, **fields: Any) -> AccessibilityStatementPage:
    """Make the accessibility statement of a language that has none: partially compliant, with one open fault."""
    defaults = {
        "published_on": date(2020, 2, 5),
        "changed_on": date(2021, 3, 6),
        "drawn_up_on": date(2020, 2, 5),
        "faults": [fault_block()],
        "contact_email": "biuro@example.org",
        "contact_phone": "+48 000 000 000",
        "architecture": "<p>The entrance has no steps.</p>",
        "communication": "<p>Write to us or call us.</p>",
    }
    return make_page(AccessibilityStatementPage, parent, **{**defaults, **fields})


def _topics() -> dict[str, Any]:
    """Return one paragraph for each of the five topics."""
    return {name: [block(uuid4(), "text", f"<p>About {name}.</p>")] for name in HEADINGS}


def make_easy_read(parent: Page, **fields: Any) -> EasyReadPage:
    """Make an easy-to-read page, of which a language has one."""
    return make_page(EasyReadPage, parent, **{**_topics(), **fields})


def make_sign_language(parent: Page, **fields: Any) -> SignLanguagePage:
    """Make a sign language page without a recording, of which a language has one."""
    return make_page(SignLanguagePage, parent, **{**_topics(), **fields})


def make_privacy_policy(parent: Page, **fields: Any) -> PrivacyPolicyPage:
    """Make a privacy policy that tells of one use of data, of which a language has one."""
    names = ("title", "purpose", "legal_basis", "data", "recipients", "retention", "obligation", "rights")
    activity = {name: f"The {name} of it" for name in names}
    return make_page(PrivacyPolicyPage, parent, **{"activities": [block(uuid4(), "activity", activity)], **fields})


def _plain(model: type[T]) -> Callable[..., T]:
    """Return a factory for a page that needs nothing but a title."""

    def make(parent: Page, **fields: Any) -> T:
        return make_page(model, parent, **fields)

    return make


# A factory for every page type, called with the parent page and any fields
FACTORIES: Mapping[type[BasePage], Callable[..., BasePage]] = {
    HomePage: make_home,
    StandardPage: _plain(StandardPage),
    GoalIndexPage: _plain(GoalIndexPage),
    GoalPage: make_goal,
    ActivityAreaIndexPage: _plain(ActivityAreaIndexPage),
    ActivityAreaPage: make_area,
    ContactPage: _plain(ContactPage),
    AccessibilityStatementPage: make_accessibility_statement,
    EasyReadPage: make_easy_read,
    SignLanguagePage: make_sign_language,
    PrivacyPolicyPage: make_privacy_policy,
    NewsIndexPage: _plain(NewsIndexPage),
    NewsPage: make_news,
    EventIndexPage: _plain(EventIndexPage),
    EventPage: make_event,
    PublicationIndexPage: _plain(PublicationIndexPage),
    PublicationPage: make_publication,
    MemberIndexPage: _plain(MemberIndexPage),
    MemberPage: make_member,
}


def _translated_words(page: AccessibilityStatementPage) -> dict[str, Any]:
    faults = page.faults.get_prep_value()
    for fault in faults:
        fault["value"]["description"] += " (en)"
    burden = page.burden_assessment
    return {"faults": faults, "burden_assessment": f"{burden}<p>(en)</p>" if burden else ""}


def make_translation(page: T, *, live: bool = True, **fields: Any) -> T:
    """Make the English page that translates `page`, whose parent must have one: same content, another title.

    An accessibility statement also gets other descriptions of its faults, without which it cannot be published.
    """
    english = page.copy_for_translation(Locale.objects.get(language_code="en"))
    words = _translated_words(page) if isinstance(page, AccessibilityStatementPage) else {}
    for name, value in {"title": f"{page.title} (en)", **words, **fields}.items():
        setattr(english, name, value)
    if live:
        publish_loaded_content(english, REASON)
    else:
        english.save_revision()
    return type(page).objects.get(pk=english.pk)


def make_image(title: str = "Image", size: tuple[int, int] = (64, 36)) -> CustomImage:
    """Make a PNG image of one colour."""
    content = BytesIO()
    Image.new("RGB", size, "#0b5570").save(content, "PNG")
    return CustomImage.objects.create(
        title=title,
        file=ContentFile(content.getvalue(), f"image-{next(_numbers)}.png"),
        width=size[0],
        height=size[1],
        credit="The project",
    )


def make_document(title: str = "Document") -> CustomDocument:
    """Make a small PDF file."""
    content = make_pdf(title, ["One paragraph."], "en")
    document = CustomDocument(title=title, file=ContentFile(content, f"document-{next(_numbers)}.pdf"))
    document.file_size = len(content)
    document.save()
    return document


def full_body(
    image: CustomImage | None = None, document: CustomDocument | None = None, link_to: Page | None = None
) -> list[dict[str, Any]]:
    """Return the raw value of a body with every block there is, in a sensible order.

    Args:
        image: what the image block shows; one is made otherwise.
        document: what the files block offers; one is made otherwise.
        link_to: a page that the text and the list of links lead to.
    """
    image = image or make_image()
    document = document or make_document()
    link = f' and <a linktype="page" id="{link_to.pk}">a link</a>' if link_to else ""
    values: list[tuple[str, Any]] = [
        ("heading", {"text": "A section", "level": "h2"}),
        ("text", f"<p>A paragraph with <b>bold</b> words{link}.</p><ul><li>one</li><li>two</li></ul>"),
        ("heading", {"text": "A subsection", "level": "h3"}),
        (
            "image",
            {
                "image": image.pk,
                "alt_text": "A river",
                "decorative": False,
                "caption": "The caption",
                "credit": "The project",
            },
        ),
        ("table", table_value("The caption of the table", [["Year", "Trees"], ["2025", "120"], ["2026", "340"]])),
        (
            "files",
            {
                "heading": "Files",
                "files": [
                    {
                        "type": "item",
                        "id": str(uuid4()),
                        "value": {
                            "document": document.pk,
                            "title": "The file",
                            "language": "pl",
                            "description": "What it holds",
                        },
                    }
                ],
            },
        ),
        *blocks_of_every_family(image, link_to),
    ]
    return [block(uuid4(), kind, value) for kind, value in values]


def table_value(caption: str, rows: list[list[str]]) -> dict[str, Any]:
    """Return the raw value of a table whose first row holds its headers."""
    return {
        "data": rows,
        "cell": [],
        "mergeCells": [],
        "table_caption": caption,
        "table_header_choice": "row",
        "first_row_is_table_header": True,
        "first_col_is_header": False,
    }
