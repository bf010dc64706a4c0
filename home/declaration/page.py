"""The page type of the accessibility statement."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.fields import RichTextField
from wagtail.models import Page, Site
from wagtail.search import index

from core.blocks.text import TEXT_FEATURES
from core.facts import FactGroup
from core.fields import BodyField
from core.models import AssociationSettings, BasePage
from core.single_pages import OnePerLanguageMixin
from core.validators import validate_phone
from home.declaration.checks import contradictions, wrong_dates
from home.declaration.faults import FaultBlock, faults_of, is_translated
from home.declaration.form import AccessibilityStatementForm
from home.declaration.panels import ReviewPanel
from home.declaration.statement import Statement
from home.declaration.texts import TEXTS
from home.declaration.versions import StatementVersion
from translation.locales import SOURCE_LANGUAGE


def text_field(label: str | Promise, help_text: str | Promise, *, blank: bool = True) -> RichTextField:
    """Return a field for paragraphs, lists and links in the language of the page."""
    return RichTextField(label, blank=blank, features=TEXT_FEATURES, help_text=help_text)


class Status(models.TextChoices):
    """How far the site complies with the appendix to the act."""

    FULL = "full", _("fully compliant")
    PARTIAL = "partial", _("partially compliant")
    NONE = "none", _("not compliant")


class Basis(models.TextChoices):
    """On what the statement rests."""

    SELF = "self", _("self-assessment")
    AUDIT = "audit", _("external audit")
    SUPPLIER = "supplier", _("supplier's statement")


class AccessibilityStatementPage(OnePerLanguageMixin, BasePage):
    """The accessibility statement of the site in one language. Its title and its headings are the law's."""

    template = "home/accessibility_statement_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("The accessibility statement that the law asks for. Each language has one.")
    default_description = _("How accessible this website is, what is not accessible yet, and whom to tell about it.")
    base_form_class = AccessibilityStatementForm
    source_owned_fields = (
        "published_on",
        "changed_on",
        "drawn_up_on",
        "reviewed_on",
        "status",
        "basis",
        "assessor",
        "assessment_url",
        "contact_email",
        "contact_phone",
        "interpreter",
    )

    published_on = models.DateField(
        _("site published on"), help_text=_("The day on which readers first had this site.")
    )
    changed_on = models.DateField(
        _("site last changed significantly on"),
        help_text=_("The last change that matters for accessibility, such as a new look. A review does not move it."),
    )
    drawn_up_on = models.DateField(
        _("statement drawn up on"),
        help_text=_("The day of the first statement. Once published, it never changes."),
    )
    reviewed_on = models.DateField(
        _("statement last reviewed on"),
        null=True,
        blank=True,
        help_text=_("Empty until the first review. The law asks for a review by 31 March each year."),
    )
    status = models.CharField(
        _("compliance status"),
        max_length=10,
        choices=Status,
        default=Status.PARTIAL,
        help_text=_("It has to agree with the known faults below."),
    )
    basis = models.CharField(
        _("basis of the assessment"),
        max_length=10,
        choices=Basis,
        default=Basis.SELF,
        help_text=_("How it was found out what is accessible and what is not."),
    )
    assessor = models.CharField(
        _("who made the assessment"),
        max_length=200,
        blank=True,
        help_text=_(
            "Its official name, for an external audit and a supplier's statement. A self-assessment names the "
            "association itself."
        ),
    )
    assessment_url = models.URLField(
        _("address of the result"),
        blank=True,
        help_text=_(
            "Where the report or the statement can be read. Needed for an external audit or a supplier's one; a "
            "self-assessment has it if its result is published."
        ),
    )
    faults = BodyField(
        [("fault", FaultBlock())],
        verbose_name=_("known faults"),
        blank=True,
        help_text=_("All that is not accessible, also what the law excuses. Mark what was repaired, do not remove it."),
    )
    burden_assessment = text_field(
        _("result of the assessment of disproportionate burden"),
        _("Only where a known fault rests on disproportionate burden: what was weighed and what came of it."),
    )
    facilities = text_field(
        _("facilities, limitations and other information"),
        _("What helps readers, such as contrast and text size, and what limits them. Optional."),
    )
    shortcuts = text_field(_("keyboard shortcuts"), _("Only shortcuts that browsers do not have themselves."))
    contact = models.CharField(
        _("person or unit responsible"),
        max_length=200,
        blank=True,
        help_text=_(
            "Who answers for accessibility. Empty: the accessibility contact in the association's settings, or else "
            "the association itself."
        ),
    )
    contact_email = models.EmailField(
        _("e-mail for accessibility"),
        blank=True,
        help_text=_("Empty: the address for accessibility in the association's settings, or else its general one."),
    )
    contact_phone = models.CharField(
        _("phone for accessibility"),
        max_length=40,
        blank=True,
        validators=[validate_phone],
        help_text=_("Empty: the number for accessibility in the association's settings, or else its general one."),
    )
    apps = text_field(
        _("mobile applications"), _("Only if the association has any: their names and where to get them.")
    )
    architecture = text_field(
        _("architectural accessibility"),
        _("Of the seat: entrance, doors, lift, toilet, parking, induction loop, assistance dogs."),
    )
    architecture_url = models.URLField(
        _("address of a separate description"),
        blank=True,
        help_text=_("If the accessibility of the seat is described on another page."),
    )
    communication = text_field(
        _("accessibility of communication"),
        _("In what ways people can reach the association: in writing, by phone, in sign language."),
        blank=False,
    )
    interpreter = models.BooleanField(
        _("a sign-language interpreter is available online"),
        default=False,
        help_text=_(
            "Readers are told either way. They are told that there is one, too, if the association's settings have the "
            "address of an online interpreter."
        ),
    )

    # The law gives the title, and the title gives the address, so the form asks for neither.
    content_panels: list[Panel] = [
        ReviewPanel(),
        *(panel for panel in BasePage.content_panels if panel not in Page.content_panels),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("published_on"), FieldPanel("changed_on")]),
                FieldRowPanel([FieldPanel("drawn_up_on"), FieldPanel("reviewed_on")]),
            ],
            heading=_("Dates"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldPanel("basis"),
                FieldRowPanel([FieldPanel("assessor"), FieldPanel("assessment_url")]),
            ],
            heading=_("Compliance"),
        ),
        FieldPanel("faults"),
        FieldPanel("burden_assessment"),
        FieldPanel("facilities"),
        FieldPanel("shortcuts"),
        MultiFieldPanel(
            [
                FieldPanel("contact"),
                FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
            ],
            heading=_("Contact"),
        ),
        FieldPanel("apps"),
        MultiFieldPanel(
            [FieldPanel("architecture"), FieldPanel("architecture_url")], heading=_("Architectural accessibility")
        ),
        MultiFieldPanel(
            [FieldPanel("communication"), FieldPanel("interpreter")], heading=_("Accessibility of communication")
        ),
    ]
    promote_panels = [FieldPanel("search_description"), FieldPanel("show_in_menus")]
    search_weight = 1
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("faults"),
        index.SearchField("facilities"),
        index.SearchField("architecture"),
        index.SearchField("communication"),
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    def fact_groups(self, request: HttpRequest) -> list[FactGroup]:
        """Put its dates, its status and the contact for accessibility first."""
        return [FactGroup(gettext("Facts"), "home/components/declaration_facts.html"), *super().fact_groups(request)]

    def take_fixed_title(self) -> None:
        """Set the title that the law gives, and in a translation the address that comes of it."""
        if self.locale_id is None:
            return
        texts = TEXTS[self.locale.language_code]
        self.title = texts.title
        if self.is_translation and self.slug.startswith(TEXTS[SOURCE_LANGUAGE].slug):
            self.slug: str = texts.slug

    def with_content_json(self, content: dict[str, Any]) -> Self:
        page = super().with_content_json(content)
        page.take_fixed_title()
        return page

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.take_fixed_title()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        self.take_fixed_title()
        super().minimal_clean()

    def clean(self) -> None:
        """Refuse dates that cannot be, and what contradicts the known faults.

        Raises:
            ValidationError: with a message on each field that is wrong.
        """
        super().clean()
        errors = wrong_dates(self)
        if not self.is_unfinished:
            errors |= contradictions(self)
        if errors:
            raise ValidationError(errors)

    @property
    def own_burden_assessment(self) -> str:
        """The result of the assessment in the language of the page; empty while it only repeats the Polish one."""
        if self.source is None or self.source is self:
            return self.burden_assessment
        return self.burden_assessment if is_translated(self.burden_assessment, self.source.burden_assessment) else ""

    def shown_burden_assessment(self) -> tuple[str, str]:
        """Return the result of the assessment of disproportionate burden, and its language where it is another.

        It is empty unless an open fault rests on it. A translation that has none yet shows the Polish one.
        """
        if not any(fault.is_open and fault.kind == "burden" for fault in faults_of(self)):
            return "", ""
        if self.own_burden_assessment or self.source is None or self.source is self:
            return self.own_burden_assessment, ""
        return self.source.burden_assessment, SOURCE_LANGUAGE

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the statement: the current one, or the older version that the address asks for.

        Raises:
            Http404: there is no such version.
        """
        versions = StatementVersion.of_page(self)
        asked_for = request.GET.get("version")
        older = None
        if asked_for is not None and not getattr(request, "is_preview", False):
            older = StatementVersion.numbered(versions, asked_for)
            if older is None:
                raise Http404
        if older is not None and older != versions[0]:
            return {
                **super().get_context(request, *args, **kwargs),
                "statement": Statement.from_json(older.content),
                "older_version": older,
            }
        site = Site.find_for_request(request)
        association = AssociationSettings.for_request(request)
        return {
            **super().get_context(request, *args, **kwargs),
            "statement": Statement.of(self, site, association),
            "older_versions": versions[1:],
        }
