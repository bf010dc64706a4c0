"""Specimens of what the pages that the law asks for are made of."""

from types import SimpleNamespace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from content.loading import block, key_of
from content.styleguide.specimens import EMAIL, NOWHERE, PHONE, Specimen, Specimens, association, at_ten, lead, title
from core.cookies import stored_items
from core.navigation import active_language
from home.declaration.faults import Kind
from home.declaration.page import Basis, Status
from home.declaration.statement import ShownFault, Statement
from home.declaration.texts import WORDING
from home.models import EasyReadPage
from library.models import CustomDocument


def declaration() -> Specimens:
    """Yield the parts of an accessibility statement that admits two faults."""
    statement = _statement()
    fault = {"description": lead(), "notes": [title()], "language": ""}
    for name, context in (
        ("older", {"version": SimpleNamespace(created_at=at_ten(-9)), "current_url": NOWHERE}),
        ("opening", {}),
        ("status", {}),
        ("faults", {"faults": [fault]}),
        ("assessment", {"label": title(), "text": statement.burden_assessment}),
        ("preparation", {}),
        ("text", {"heading": title(), "text": statement.facilities}),
        ("contact", {}),
        ("procedure", {"texts": statement.texts, "more": statement.procedure_more}),
        ("other", {}),
        ("versions", {"versions": [SimpleNamespace(number=1, created_at=at_ten(-9))]}),
    ):
        template = f"home/components/declaration_{name}.html"
        yield Specimen(template, _("full"), {"statement": statement, **context})


def legal() -> Specimens:
    """Yield the parts of the privacy policy, and of the pages for readers with special needs."""
    yield Specimen("home/components/stored_items.html", _("full"), {"items": stored_items()})
    activity = dict.fromkeys(
        ("purpose", "legal_basis", "data", "recipients", "retention", "obligation", "rights"), lead()
    )
    yield Specimen("home/blocks/processing_activity.html", _("full"), {"value": {"title": title(), **activity}})
    film = CustomDocument(pk=0, title=title(), file="przyklad.mp4")
    yield Specimen("home/components/recording.html", _("a file of this site"), {"title": title(), "recording": film})
    elsewhere = {"title": title(), "url": NOWHERE, "host": "example.org"}
    yield Specimen("home/components/recording.html", _("at a provider"), elsewhere)
    topics = {name: [block(key_of("styleguide"), "text", f"<p>{lead()}</p>")] for name in ("contact", "accessibility")}
    page = EasyReadPage(**topics)
    yield Specimen("home/components/topics.html", _("full"), {"page": page, "the_association": association()})


def _statement() -> Statement:
    today, text = timezone.localdate().isoformat(), f"<p>{lead()}</p>"
    fields: dict[str, Any] = dict.fromkeys(("published_on", "changed_on", "drawn_up_on", "reviewed_on"), today)
    texts: dict[str, Any] = dict.fromkeys(
        ("communication", "architecture", "apps", "facilities", "shortcuts", "burden_assessment"), text
    )
    return Statement(
        language=active_language(),
        entity=association().name,
        site_url="https://example.org/",
        status=Status.PARTIAL,
        basis=Basis.SELF,
        contact="Anna Przykładowa",
        email=EMAIL,
        phone=PHONE,
        interpreter=True,
        faults=[ShownFault(Kind.FAULT, lead(), criterion="1.4.3", planned_on=today), ShownFault(Kind.BURDEN, lead())],
        wording=WORDING,
        **fields,
        **texts,
    )
