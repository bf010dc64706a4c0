"""Events: meetings, consultations, training, celebrations."""

import datetime
from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from core.blocks import BODY_BLOCKS
from core.collation import polish_key
from core.dates import day_start, last_day, period_text
from core.facts import FactGroup
from core.fields import BodyField
from core.lead_image import LeadImageMixin, lead_image_panel
from core.models import BasePage
from core.relations import related_pages
from core.validators import validate_phone
from news.structured_data import event_node
from translation.locales import in_source_language

# A total order: what begins at the same time follows the order of creation.
SOONEST_FIRST = ("starts_at", "pk")


def ends_after(moment: datetime.datetime) -> Q:
    """Return the condition that an event is not over at a moment.

    One without an end, and one of whole days, lasts until its last day is over.
    """
    today = day_start(timezone.localdate(moment))
    return (
        Q(ends_at__isnull=True, starts_at__gte=today)
        | Q(all_day=True, ends_at__gte=today)
        | Q(all_day=False, ends_at__gt=moment)
    )


def is_upcoming() -> Q:
    """Return the condition that an event is not over now. One that goes on is upcoming until it ends."""
    return ends_after(timezone.now())


class EventPage(LeadImageMixin, BasePage):
    """One event: what, when, where, and what a person needs to know to take part."""

    class State(models.TextChoices):
        """Whether it takes place as planned."""

        PLANNED = "planned", pgettext_lazy("event", "planned")
        CANCELLED = "cancelled", pgettext_lazy("event", "cancelled")
        POSTPONED = "postponed", pgettext_lazy("event", "postponed")
        MOVED_ONLINE = "moved_online", pgettext_lazy("event", "moved online")

    class Attendance(models.TextChoices):
        """How people take part."""

        ON_SITE = "on_site", pgettext_lazy("event", "on site")
        ONLINE = "online", pgettext_lazy("event", "online")
        MIXED = "mixed", pgettext_lazy("event", "on site or online")

    STATE_NOTICES: dict[str, Promise] = {
        State.CANCELLED: _("This event will not take place."),
        State.POSTPONED: _("This event will not take place on the date given here. The new date is not known yet."),
        State.MOVED_ONLINE: _("This event takes place online only."),
    }

    template = "news/event_page.html"
    parent_page_types = ["news.EventIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A meeting, consultation, training or celebration that people can come to.")
    picture_presets = {"lead_image": ("body",)}
    search_year = "starts_at__year"
    search_ages = True
    source_owned_fields = (
        "starts_at",
        "ends_at",
        "all_day",
        "state",
        "attendance",
        "address",
        "online_url",
        "registration_url",
        "registration_deadline",
        "is_free",
        "contact_email",
        "contact_phone",
        "areas",
        "members",
    )

    lead = models.TextField(
        _("lead"),
        max_length=500,
        help_text=_("Two or three sentences that say what it is and whom it is for. Lists show them."),
    )
    starts_at = models.DateTimeField(_("beginning"), help_text=_("Day and hour in Poland, such as 12.03.2027 10:00."))
    ends_at = models.DateTimeField(
        _("end"),
        null=True,
        blank=True,
        help_text=_("Day and hour in Poland. Empty: the hour is not known; the event ends on the same day."),
    )
    all_day = models.BooleanField(
        _("all day"),
        default=False,
        help_text=_("It lasts the whole day, or whole days from the first to the last. The hours typed do not count."),
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=State,
        default=State.PLANNED,
        help_text=_(
            "Readers see a notice for all but “planned”. Once a postponed event has its new date, change the dates and "
            "set it back to “planned”."
        ),
    )
    state_note = models.CharField(
        _("note on the state"),
        max_length=300,
        blank=True,
        help_text=_("Why it does not take place as planned and what people should do. It stands in the notice."),
    )
    attendance = models.CharField(
        _("way of taking part"),
        max_length=20,
        choices=Attendance,
        default=Attendance.ON_SITE,
        help_text=_("Whether people come, join online, or choose."),
    )
    place = models.CharField(
        _("place"),
        max_length=200,
        help_text=_("The building and the number of the room; for an event online only, the name of the service."),
    )
    address = models.TextField(
        _("address"),
        max_length=300,
        blank=True,
        help_text=_("Street and number, then postcode and town on a line of their own. Empty for one online only."),
    )
    online_url = models.URLField(
        _("online address"),
        blank=True,
        help_text=_("Where people join, with https://. Leave it empty if they get it after registering."),
    )
    body = BodyField(
        BODY_BLOCKS,
        verbose_name=_("description and programme"),
        blank=True,
        help_text=_("What will happen, hour by hour, as text or a table: never only a PDF or a scan."),
    )
    accessibility = models.TextField(
        _("accessibility"),
        help_text=_(
            "Steps, ramps and lifts, toilets, induction loop, sign-language interpreter, captions; whom to tell about "
            "one’s needs and until when. Say also what is not there."
        ),
    )
    registration = models.TextField(
        _("registration"),
        blank=True,
        help_text=_("How to register, and whether one has to. Empty: nothing is said about it."),
    )
    registration_url = models.URLField(
        _("address of the registration form"), blank=True, help_text=_("With https://. Not shown once it is too late.")
    )
    registration_deadline = models.DateField(
        _("registration until"), null=True, blank=True, help_text=_("The last day on which one can register.")
    )
    is_free = models.BooleanField(_("free of charge"), default=False, help_text=_("Nobody pays for taking part."))
    cost = models.CharField(
        _("cost"),
        max_length=200,
        blank=True,
        help_text=_("How much, what it covers, and who pays less. Of an event free of charge, what is not."),
    )
    organiser = models.CharField(
        _("organiser"),
        max_length=200,
        blank=True,
        help_text=_("Who holds the event. Empty: the association."),
    )
    contact_email = models.EmailField(
        _("e-mail"),
        blank=True,
        help_text=_("Where people ask about the event. Of an office, not of a person."),
    )
    contact_phone = models.CharField(
        _("phone"),
        max_length=40,
        blank=True,
        validators=[validate_phone],
        help_text=_("Where people ask about the event, with the country code: +48 and nine digits."),
    )
    areas = ParentalManyToManyField(
        "home.ActivityAreaPage",
        related_name="events",
        blank=True,
        limit_choices_to=in_source_language,
        verbose_name=_("activity areas"),
        help_text=_("The areas that this event belongs to. Their pages show it until it is over."),
    )
    members = ParentalManyToManyField(
        "members.MemberPage",
        related_name="events",
        blank=True,
        limit_choices_to=in_source_language,
        verbose_name=_("members"),
        help_text=_("The members that hold the event or that it is about. Their pages show it until it is over."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]), FieldPanel("all_day")], heading=_("When")
        ),
        MultiFieldPanel([FieldPanel("state"), FieldPanel("state_note")], heading=_("State")),
        MultiFieldPanel(
            [FieldPanel("attendance"), FieldPanel("place"), FieldPanel("address"), FieldPanel("online_url")],
            heading=_("Where"),
        ),
        FieldPanel("accessibility"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("registration"), FieldPanel("registration_url"), FieldPanel("registration_deadline")],
            heading=_("Registration"),
        ),
        MultiFieldPanel([FieldPanel("is_free"), FieldPanel("cost")], heading=_("Cost")),
        MultiFieldPanel(
            [FieldPanel("organiser"), FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")])],
            heading=_("Organiser"),
        ),
        lead_image_panel(),
        MultiFieldPanel(
            [
                FieldPanel("areas", widget=forms.CheckboxSelectMultiple),
                FieldPanel("members", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("What it is about"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("place"),
        index.SearchField("address"),
        index.SearchField("body"),
        index.SearchField("organiser"),
        index.FilterField("starts_at"),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [models.Index(fields=["starts_at"], name="events_by_beginning")]

    # Titles of the areas in the reader's language, filled by a list that shows them
    area_titles: Sequence[str] = ()

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Refuse an end before the beginning, and a registration that outlasts the event.

        Args:
            exclude: names of fields that a form has refused already or does not have.

        Raises:
            ValidationError: on `ends_at` or `registration_deadline`.
        """
        super().clean_fields(exclude=exclude)
        if self.has_owner_elsewhere or {"starts_at", "ends_at"} & set(exclude or ()):
            return
        if self.ends_at is not None and self.ends_at < self.starts_at and not self._is_one_whole_day:
            raise ValidationError({"ends_at": _("The event ends before it begins. Correct one of the two.")})
        if "registration_deadline" in (exclude or ()) or self.registration_deadline is None:
            return
        if self.registration_deadline > self.last_day:
            message = _("Registration ends after the event. Correct one of the dates.")
            raise ValidationError({"registration_deadline": message})

    @property
    def _is_one_whole_day(self) -> bool:
        """Whether the event lasts one whole day, so that the hours typed do not count."""
        return self.all_day and timezone.localdate(self.starts_at) == timezone.localdate(self.ends_at)

    @property
    def first_day(self) -> datetime.date:
        """The day on which it begins, in Poland."""
        return timezone.localdate(self.starts_at)

    @property
    def last_day(self) -> datetime.date:
        """The day on which it ends, in Poland."""
        return last_day(self.starts_at, self.ends_at, all_day=self.all_day)

    @property
    def is_over(self) -> bool:
        """Whether it has ended. `is_upcoming` says the same to the database."""
        if self.ends_at is None or self.all_day:
            return self.last_day < timezone.localdate()
        return self.ends_at <= timezone.now()

    @property
    def when(self) -> str:
        """Day and hours, in the language that is active."""
        return period_text(self.starts_at, self.ends_at, all_day=self.all_day)

    @property
    def when_beside_its_day(self) -> str:
        """The same where its first day is shown already: hours, the period of several days, or nothing."""
        return period_text(self.starts_at, self.ends_at, all_day=self.all_day, with_day=False)

    @property
    def state_words(self) -> str:
        """What readers of any language are told of an event that does not take place as planned; else empty."""
        return str(self.STATE_NOTICES.get(self.state, ""))

    @property
    def state_notice(self) -> str:
        """The same with the note that staff wrote, in the language of the page."""
        return " ".join(filter(None, [self.state_words, self.state_note])) if self.state_words else ""

    @property
    def takes_registrations(self) -> bool:
        """Whether one can still register, as far as the page knows."""
        if self.is_over or self.state in (self.State.CANCELLED, self.State.POSTPONED):
            return False
        return self.registration_deadline is None or timezone.localdate() <= self.registration_deadline

    def fact_groups(self, request: HttpRequest) -> list[FactGroup]:
        """Put first whether it takes place, then when, where and how to take part."""
        return [
            FactGroup("", "news/components/event_state.html"),
            FactGroup(gettext("How to take part"), "news/components/event_facts.html"),
            *super().fact_groups(request),
        ]

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Return the event in the terms of schema.org."""
        return [*super().structured_data(request), event_node(self, request)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the areas it belongs to and the members it is about, in the reader's language."""
        members = related_pages(self, "members").defer_streamfields()
        return {
            **super().get_context(request, *args, **kwargs),
            "areas": related_pages(self, "areas").defer_streamfields().order_by("number"),
            "members": sorted(members, key=lambda member: polish_key(member.title)),
        }
