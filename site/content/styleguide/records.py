"""Specimens of facts, contact data, files, and forms."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale, PageViewRestriction

from content.loading import block, key_of
from content.styleguide.lists import event, member, news, publication
from content.styleguide.specimens import (
    ADDRESS,
    EMAIL,
    NOWHERE,
    PHONE,
    Specimen,
    Specimens,
    association,
    at_ten,
    file_value,
    lead,
    picture,
    title,
    unsaved,
)
from core.record import Change, PageRecord
from delivery.passwords import PasswordForm
from editorial.take_downs import TakeDown
from home.models import StandardPage
from home.reports.forms import ReportForm
from members.models import MemberPage
from news.models import EventPage, NewsPage


def records() -> Specimens:
    """Yield what is told of pages, members, events and publications, and how to reach people."""
    about = association()
    yield Specimen("components/contact_data.html", _("as in the footer"), {"data": about})
    yield Specimen("components/contact_data.html", _("with numbers"), {"data": about, "with_numbers": True})
    yield Specimen("components/accessibility_contact.html", _("full"), {"data": about})
    yield Specimen("components/data_protection_contact.html", _("full"), {"data": about})
    yield Specimen("home/components/data_controller.html", _("full"), {"data": about})
    yield Specimen("members/components/facts.html", _("full"), {"page": _town()})
    yield Specimen("members/components/contact.html", _("full"), {"page": _town()})
    yield Specimen("publications/components/facts.html", _("full"), {"page": publication(publisher=about.name)})
    yield Specimen("components/file_list.html", _("one file"), {"files": [file_value()]})
    image = {"image": picture(), "alt_text": title(), "caption": lead(), "credit": about.name}
    yield Specimen("components/figure.html", _("full"), image)
    yield Specimen("components/figure.html", _("without a caption"), {"image": picture(), "alt_text": title()})
    body = [block(key_of("styleguide"), "text", f"<p>{lead()}</p>")]
    yield Specimen("components/body.html", _("one block"), {"stream": StandardPage(body=body).body})
    yield Specimen("news/components/event_leaf.html", _("first day"), {"event": event()})
    yield Specimen("news/components/event_facts.html", _("full"), {"page": _workshop()})
    over = {"state": EventPage.State.MOVED_ONLINE, "starts_at": at_ten(-8), "ends_at": at_ten(-7)}
    yield Specimen("news/components/event_facts.html", _("over"), {"page": _workshop(**over)})
    yield Specimen("news/components/byline.html", _("in both languages"), {"page": _translated_news()})
    record = PageRecord(
        responsible=about.name,
        entered_by="Anna Przykładowa",
        created_at=at_ten(-9),
        published_at=at_ten(-8),
        changed_at=at_ten(-1),
        changes=[
            Change(at_ten(-1), _("changed"), "Jan Przykładowy", note=lead()),
            Change(at_ten(-8), _("published"), ""),
        ],
    )
    yield Specimen("components/page_record.html", _("with a history"), {"record": record})
    withdrawal = TakeDown(kind=TakeDown.Kind.WITHDRAWN, text=lead(), created_at=at_ten(-2))
    yield Specimen("components/withdrawal_notice.html", _("full"), {"withdrawal": withdrawal})


def forms() -> Specimens:
    """Yield forms and their parts, empty and with errors."""
    for number, (form, state) in enumerate(
        ((ReportForm(auto_id="report-%s"), _("empty")), (ReportForm({"page_address": "x"}), _("with errors")))
    ):
        if number:
            yield Specimen("components/error_summary.html", state, {"form": form})
        yield Specimen("components/form_field.html", state, {"field": form["problem"]})
    yield Specimen("components/error_summary.html", _("refused as a whole"), {"refusal": lead()})
    restriction = PageViewRestriction()
    for given, state in ((None, _("empty")), ({"password": ""}, _("with errors"))):
        form = PasswordForm(given, instance=restriction)
        yield Specimen("delivery/components/password_form.html", state, {"form": form, "action_url": NOWHERE})


def _town() -> MemberPage:
    return member(
        official_name=title(),
        teryt="0000000",
        population=1234,
        population_date=timezone.localdate(),
        population_source=title(),
        area_km2=56,
        area_date=timezone.localdate(),
        area_source=title(),
        joined_on=timezone.localdate() - timedelta(days=900),
        accession_resolution="1/2026",
        latitude=50,
        longitude=20,
        head_name="Anna Przykładowa",
        address=ADDRESS,
        phone=PHONE,
        email=EMAIL,
        website="https://example.org/",
        bip_url="https://example.org/",
    )


def _workshop(**fields: Any) -> EventPage:
    return event(
        **{
            "address": ADDRESS,
            "attendance": EventPage.Attendance.MIXED,
            "online_url": "https://example.org/",
            "registration": lead(),
            "registration_url": "https://example.org/",
            "registration_deadline": at_ten(5).date(),
            "is_free": True,
            "cost": lead(),
            "organiser": title(),
            "contact_email": EMAIL,
            "contact_phone": PHONE,
            **fields,
        }
    )


def _translated_news() -> NewsPage:
    """Return a changed piece of news that has a version in the other language."""
    active = Locale.get_active()
    other = Locale.objects.exclude(pk=active.pk).first()
    page = news(locale=active, author_line=title(), first_published_at=at_ten(-9), last_published_at=at_ten(-1))
    page.counterpart = unsaved(NewsPage, locale=other)  # or it would be looked for
    return page
