"""What readers see of an accessibility statement, apart from the page it stands on.

The template shows a `Statement` and nothing else, so a version that was kept as JSON is shown as the current one is.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Site

from core.models import AssociationSettings
from core.templatetags.site_tags import page_date
from home.declaration.faults import Kind, faults_of
from home.declaration.texts import OMBUDSMAN_URL, REQUEST_FORM_URL, WORDING, WORDINGS, Texts

if TYPE_CHECKING:
    from home.declaration.page import AccessibilityStatementPage


@dataclass(frozen=True)
class ShownFault:
    """An open fault. `language` is that of the description where it is not the statement's; dates are ISO 8601."""

    kind: str
    description: str
    language: str = ""
    criterion: str = ""
    planned_on: str = ""


@dataclass(frozen=True)
class Statement:
    """The content of one statement in one language: dates in ISO 8601, texts as Wagtail keeps rich text.

    `wording` is the number of the words of the law around it, in `texts.WORDINGS`. The first versions have none.
    """

    language: str
    entity: str
    site_url: str
    published_on: str
    changed_on: str
    status: str
    drawn_up_on: str
    basis: str
    contact: str
    email: str
    phone: str
    communication: str
    interpreter: bool
    architecture: str = ""
    architecture_url: str = ""
    reviewed_on: str = ""
    assessor: str = ""
    assessment_url: str = ""
    faults: list[ShownFault] = field(default_factory=list)
    burden_assessment: str = ""
    burden_language: str = ""
    facilities: str = ""
    shortcuts: str = ""
    apps: str = ""
    wording: int = 1

    @classmethod
    def of(cls, page: "AccessibilityStatementPage", site: Site, association: AssociationSettings) -> Self:
        """Return what readers of `page` see.

        Args:
            page: saved, or loaded from a revision for a preview, in which dates may be missing.
            site: whose accessibility it states.
            association: gives the entity's name, the contact data that the page leaves empty (those for accessibility
                before the general ones), and the online interpreter that other pages lead to.
        """
        language = page.locale.language_code
        with translation.override(language):
            entity, contact = association.name, association.accessibility_contact
        burden, burden_language = page.shown_burden_assessment()
        return cls(
            language=language,
            entity=entity,
            site_url=f"{site.root_url}/",
            published_on=_iso(page.published_on),
            changed_on=_iso(page.changed_on),
            status=page.status,
            drawn_up_on=_iso(page.drawn_up_on),
            reviewed_on=_iso(page.reviewed_on),
            basis=page.basis,
            assessor=entity if page.basis == "self" else page.assessor,
            assessment_url=page.assessment_url,
            faults=[
                ShownFault(
                    kind=str(fault.kind),
                    description=fault.description,
                    language=fault.language,
                    criterion=fault.criterion,
                    planned_on=_iso(fault.planned_on),
                )
                for fault in faults_of(page)
                if fault.is_open
            ],
            burden_assessment=burden,
            burden_language=burden_language,
            facilities=page.facilities,
            shortcuts=page.shortcuts,
            contact=page.contact or contact or entity,
            email=page.contact_email or association.email_for_accessibility,
            phone=page.contact_phone or association.phone_for_accessibility,
            apps=page.apps,
            architecture=page.architecture,
            architecture_url=page.architecture_url,
            communication=page.communication,
            interpreter=page.interpreter or bool(association.interpreter_url),
            wording=WORDING,
        )

    def as_json(self) -> dict[str, Any]:
        """Return the content as JSON can hold it."""
        return asdict(self)

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Self:
        """Return the statement that `as_json` gave, in the words that it had then."""
        return cls(**{**content, "faults": [ShownFault(**fault) for fault in content["faults"]]})

    @property
    def digest(self) -> str:
        """The SHA-256, in hexadecimal, of all that readers see."""
        text = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def texts(self) -> Texts:
        """The words of the law in the statement's language, as they were when it was published."""
        return WORDINGS[self.wording][self.language]

    @property
    def opening(self) -> SafeString:
        """The opening sentences, with the entity, the scope and the site's address marked."""
        return format_html(
            self.texts.opening,
            entity=format_html('<span id="a11y-podmiot">{}</span>', self.entity),
            scope=format_html('<span id="a11y-zakres">{}</span>', self.texts.scope),
            link=format_html('<a id="a11y-url" href="{0}">{0}</a>', self.site_url),
        )

    @property
    def published(self) -> SafeString:
        """When the site was published."""
        return self._dated(self.texts.published, self.published_on, "a11y-data-publikacja")

    @property
    def changed(self) -> SafeString:
        """When the site last changed significantly."""
        return self._dated(self.texts.changed, self.changed_on, "a11y-data-aktualizacja")

    @property
    def drawn_up(self) -> SafeString:
        """When the statement was first drawn up."""
        return self._dated(self.texts.drawn_up, self.drawn_up_on, "a11y-data-sporzadzenie")

    @property
    def reviewed(self) -> SafeString | str:
        """When the statement was last reviewed; empty before the first review."""
        if not self.reviewed_on:
            return ""
        return self._dated(self.texts.reviewed, self.reviewed_on, "a11y-data-przeglad")

    @property
    def status_sentence(self) -> SafeString:
        """How far the site complies. Only a partial status points at the list below."""
        return format_html(
            self.texts.status_sentence,
            status=format_html("<strong>{}</strong>", self.texts.status.get(self.status, "")),
            because=self.texts.status_because if self.status == "partial" else "",
        )

    @property
    def basis_sentence(self) -> str:
        """On what the statement rests."""
        return self.texts.basis.get(self.basis, "")

    @property
    def assessor_sentence(self) -> SafeString | str:
        """Who made the assessment; empty if nobody is named."""
        return format_html(self.texts.assessor, name=self.assessor) if self.assessor else ""

    @property
    def fault_groups(self) -> list[dict[str, Any]]:
        """The open faults by kind, in the order of the law: `heading`, `faults` with their `notes`, `is_burden`."""
        groups = []
        for kind in Kind.values:
            faults = [
                {"description": fault.description, "language": fault.language, "notes": self._notes(fault)}
                for fault in self.faults
                if fault.kind == kind
            ]
            if faults:
                groups.append({"heading": self.texts.kinds[kind], "faults": faults, "is_burden": kind == Kind.BURDEN})
        return groups

    def _notes(self, fault: ShownFault) -> list[SafeString]:
        notes = []
        if fault.criterion:
            notes.append(format_html(self.texts.criterion, number=fault.criterion))
        if fault.planned_on:
            notes.append(self._dated(self.texts.planned, fault.planned_on))
        return notes

    @property
    def contact_sentence(self) -> SafeString:
        """Who is responsible for accessibility."""
        name = format_html('<span id="a11y-kontakt">{}</span>', self.contact)
        return format_html(self.texts.contact, name=name)

    @property
    def email_line(self) -> SafeString:
        """The address to write to."""
        return format_html(
            self.texts.email, link=format_html('<a id="a11y-email" href="mailto:{0}">{0}</a>', self.email)
        )

    @property
    def phone_line(self) -> SafeString:
        """The number to call."""
        number = "".join(letter for letter in self.phone if letter in "+0123456789")
        link = format_html('<a id="a11y-telefon" href="tel:{}">{}</a>', number, self.phone)
        return format_html(self.texts.phone, link=link)

    @property
    def procedure_more(self) -> SafeString:
        """Where else a reader may turn."""
        return format_html(
            self.texts.procedure_more,
            form=format_html('<a href="{}">{}</a>', REQUEST_FORM_URL, self.texts.request_form),
            ombudsman=format_html('<a href="{}">{}</a>', OMBUDSMAN_URL, self.texts.ombudsman),
        )

    @property
    def interpreter_sentence(self) -> str:
        """Whether a sign-language interpreter is available online."""
        return self.texts.interpreter if self.interpreter else self.texts.no_interpreter

    def _dated(self, sentence: str, iso: str, identifier: str = "") -> SafeString:
        with translation.override(self.language):
            written = page_date(date.fromisoformat(iso)) if iso else ""
        mark = format_html(' id="{}"', identifier) if identifier else ""
        return format_html(sentence, date=format_html('<time{} datetime="{}">{}</time>', mark, iso, written))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
