"""Pages that the law asks for: easy-to-read text, Polish Sign Language, privacy."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.search import index

from core.blocks import BODY_BLOCKS
from core.cookies import stored_items
from core.facts import FactGroup
from core.fields import BodyField
from core.models import BasePage
from core.single_pages import OnePerLanguageMixin
from home.readability import LONGEST_SENTENCE, LONGEST_WORD, Findings, hard_parts
from home.topics import FiveTopicsPage

RECORDINGS = (".mp4", ".webm")


class ReadabilityPanel(Panel):
    """Names the sentences and the words of the saved text that are hard to read. It advises and refuses nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/panels/readability.html"

        @cached_property
        def findings(self) -> Findings:
            """What is hard in the text as it was last saved."""
            return hard_parts(topic.stream for topic in self.instance.topics)

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            return {
                **super().get_context_data(parent_context),
                "findings": self.findings,
                "longest_sentence": LONGEST_SENTENCE,
                "longest_word": LONGEST_WORD,
            }


class EasyReadPage(OnePerLanguageMixin, FiveTopicsPage):
    """What the association is and does, in easy-to-read text (ETR)."""

    template = "home/easy_read_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("What the association is and does, in short and simple sentences (ETR).")
    default_description = _("Who we are, what we do and how to reach us, in short and simple sentences.")

    content_panels = [*FiveTopicsPage.content_panels, ReadabilityPanel(), *FiveTopicsPage.topic_panels]

    class Meta:
        verbose_name = _("easy-to-read page")
        verbose_name_plural = _("easy-to-read pages")


class SignLanguagePage(OnePerLanguageMixin, FiveTopicsPage):
    """What the association is and does, in Polish Sign Language (PJM), with the same in writing."""

    template = "home/sign_language_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("What the association is and does, as a recording in Polish Sign Language (PJM).")
    default_description = _("Who we are, what we do and how to reach us, in Polish Sign Language and in writing.")
    source_owned_fields = ("recording", "recording_url")

    recording = models.ForeignKey(
        "library.CustomDocument",
        verbose_name=_("recording"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("An MP4 or WebM file of the five topics, signed. Both languages of the page show it."),
    )
    recording_url = models.URLField(
        _("address of the recording"),
        blank=True,
        help_text=_("Where the recording is kept, if it is not a file here. Readers get a link to it."),
    )

    content_panels = [
        *FiveTopicsPage.content_panels,
        MultiFieldPanel([FieldPanel("recording"), FieldPanel("recording_url")], heading=_("Recording")),
        *FiveTopicsPage.topic_panels,
    ]

    class Meta:
        verbose_name = _("sign language page")
        verbose_name_plural = _("sign language pages")

    def fact_groups(self, request: HttpRequest) -> list[FactGroup]:
        """Put the recording first, if there is one."""
        recording = [FactGroup(gettext("Facts"), "home/components/recording_fact.html")]
        return [*(recording if self.recording or self.recording_url else ()), *super().fact_groups(request)]

    @property
    def recording_host(self) -> str:
        """The site that keeps the recording, as readers know it."""
        return (urlsplit(self.recording_url).hostname or "").removeprefix("www.")

    def clean(self) -> None:
        """Refuse a recording that a browser cannot play, and two of them.

        Raises:
            ValidationError: on the field that is wrong.
        """
        super().clean()
        if self.recording and PurePath(self.recording.filename).suffix.lower() not in RECORDINGS:
            raise ValidationError({"recording": _("Browsers play MP4 and WebM. Save the recording as one of them.")})
        if self.recording and self.recording_url:
            raise ValidationError({"recording_url": _("Give either a file or an address, not both.")})


class ProcessingActivityBlock(blocks.StructBlock):
    """One thing that the association does with personal data, with what Article 13 of the GDPR asks to tell."""

    title = blocks.CharBlock(label=_("Name"), max_length=150, help_text=_("Such as: Letters and e-mails."))
    purpose = blocks.TextBlock(label=_("Purpose"), rows=2, help_text=_("What the data are for."))
    legal_basis = blocks.TextBlock(
        label=_("Legal basis"),
        rows=2,
        help_text=_("The article of the GDPR and of the act; with a legitimate interest, say which."),
    )
    data = blocks.TextBlock(label=_("Data"), rows=2, help_text=_("Which data, and where they come from."))
    recipients = blocks.TextBlock(label=_("Recipients"), rows=2, help_text=_("Who else gets the data, or that nobody."))
    retention = blocks.TextBlock(
        label=_("How long"), rows=2, help_text=_("How long the data are kept, or what that depends on.")
    )
    obligation = blocks.TextBlock(
        label=_("Whether the data must be given"),
        rows=2,
        help_text=_("Whether a law or a contract demands them, and what happens without them."),
    )
    rights = blocks.TextBlock(label=_("Rights"), rows=2, help_text=_("Which rights a person has here."))

    class Meta:
        label = _("Processing of data")
        icon = "clipboard-list"
        template = "home/blocks/processing_activity.html"
        description = _("What personal data are processed for, on what basis, and for how long.")


class PrivacyPolicyPage(OnePerLanguageMixin, BasePage):
    """What happens to personal data, and what the site keeps in a browser, which the software itself tells."""

    template = "home/privacy_policy_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("What happens to personal data. The table of cookies is written by the software.")
    source_owned_fields = ("updated_on",)

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("The whole policy in two or three plain sentences.")
    )
    updated_on = models.DateField(
        _("updated on"),
        default=timezone.localdate,
        help_text=_("When the content last changed. Both languages show it."),
    )
    activities = BodyField(
        [("activity", ProcessingActivityBlock())],
        verbose_name=_("processing of data"),
        help_text=_("Each thing that the association does with personal data, one block each."),
    )
    body = BodyField(
        BODY_BLOCKS,
        verbose_name=_("text"),
        blank=True,
        help_text=_("What holds for all of them: rights, complaints, other countries, automated decisions."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("updated_on"),
        FieldPanel("activities"),
        FieldPanel("body"),
    ]
    search_weight = 1
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("activities"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("privacy policy")
        verbose_name_plural = _("privacy policies")

    def fact_groups(self, request: HttpRequest) -> list[FactGroup]:
        """Put first when it was updated."""
        return [FactGroup(gettext("Facts"), "home/components/policy_fact.html"), *super().fact_groups(request)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what this software can store in a browser."""
        return {**super().get_context(request, *args, **kwargs), "stored_items": stored_items()}
