"""Specimens of what readers get of a page that is not written in their language: facts, and a vote for a version."""

from django.utils import timezone
from django.utils.translation import gettext as _

from content.styleguide.lists import event, news
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
    title,
    unsaved,
)
from core.facts import FactGroup
from home.models import AccessibilityStatementPage, GoalPage, PrivacyPolicyPage, SignLanguagePage, StandardPage
from news.models import EventPage
from translation.locales import SOURCE_LANGUAGE


def untranslated() -> Specimens:
    """Yield what stands on such a page, and the facts that have no other specimen."""
    about, today = association(), timezone.localdate()
    foreign = {"written_in": SOURCE_LANGUAGE}
    for has_facts, state in ((True, _("with facts")), (False, _("without facts"))):
        context = {"source_url": NOWHERE, "has_facts": has_facts}
        yield Specimen("untranslated/components/not_translated.html", state, context)
    yield Specimen("untranslated/components/ask_for_english.html", _("full"), {"vote_url": NOWHERE})
    dates = {"first_published_at": at_ten(-9), "last_published_at": at_ten(-1)}
    yield Specimen("untranslated/components/source_dates.html", _("full"), {"source": unsaved(StandardPage, **dates)})
    group = FactGroup(title(), "components/contact_data.html")
    yield Specimen(
        "untranslated/components/fact_group.html", _("contact data"), {"group": group, "the_association": about}
    )
    contact = {"name": about.name, "address": ADDRESS, "phone": PHONE, "email": EMAIL}
    yield Specimen("components/contact_list.html", _("one contact"), {"contacts": [contact], **foreign})
    yield Specimen("components/file_list.html", _("in another language"), {"files": [file_value()], **foreign})
    cancelled = event(state=EventPage.State.CANCELLED)
    yield Specimen("news/components/event_state.html", EventPage.State.CANCELLED.label, {"page": cancelled})
    over = event(starts_at=at_ten(-8), ends_at=at_ten(-7))
    yield Specimen("news/components/event_state.html", _("over"), {"page": over})
    yield Specimen("news/components/news_facts.html", _("full"), {"page": news()})
    yield Specimen("home/components/number_fact.html", _("full"), {"page": unsaved(GoalPage, number=1)})
    policy = unsaved(PrivacyPolicyPage, updated_on=today)
    yield Specimen("home/components/policy_fact.html", _("full"), {"page": policy})
    signed = unsaved(SignLanguagePage, recording_url="https://example.org/")
    yield Specimen("home/components/recording_fact.html", _("at a provider"), {"page": signed})
    days = dict.fromkeys(("published_on", "changed_on", "drawn_up_on", "reviewed_on"), today)
    statement = unsaved(AccessibilityStatementPage, **days)
    yield Specimen("home/components/declaration_facts.html", _("full"), {"page": statement, "data": about})
