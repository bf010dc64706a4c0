"""Which Polish pages readers have, and how far the English page of each is: one query for any number."""

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from wagtail.models import Page
from wagtail.query import PageQuerySet

from editorial.desk.rows import Consequence
from editorial.submissions import Submission
from editorial.take_downs import is_withdrawn
from translation.locales import source_locale_id
from translation.models import TranslationState
from translation.requests.holding import WITHOUT_WORK, reads_true
from translation.votes.counting import votes_for

State, Drift = TranslationState.State, TranslationState.Drift
WAITING = (State.NONE, State.BINNED, State.STARTED, State.RETURNED, State.DRIFTED)
# Whatever English draft is under way: these are told something else, or in other words, than readers of Polish
FACTS_DRIFTED = Q(english_live=True, drift=Drift.FACT)
DRIFTED = Q(state=State.DRIFTED) | Q(english_live=True, drift=Drift.WORDING)


def pages_with_state() -> PageQuerySet:
    """Return the live Polish pages, the newest change of text first, each with

    - `changed_at`: since when readers see this text;
    - `english_id`: primary key of its English page, or None, and `english_live`;
    - `state`, `drift` and `fact_kinds`: those of its `TranslationState`;
    - `outdated`: whether words or facts of the English page are not those of the Polish one any more;
    - `reads_true`: whether readers have an English version that is true, whatever draft of it is under way;
    - `confirmed_at`: when somebody said that the English page is true, or None;
    - `words`: how many words readers see, `words_true`: how many of them readers of English have, true to the Polish,
      and `words_left`: how many wait for a translator;
    - `request_id`, `assignee_id`, `due` and `priority`: of the open request that holds for it, or None and normal;
      there is no assignee whose account is closed;
    - `votes`: how many readers have asked for it.
    """
    assignee = F("translation_state__request__assignee_id")
    return (
        votes_for(Page.objects.filter(locale_id=source_locale_id(), live=True, depth__gt=1))
        .select_related("locale", "content_type")
        .annotate(
            changed_at=Coalesce("published_text__changed_at", "last_published_at"),
            english_id=F("translation_state__page_id"),
            english_live=F("translation_state__page__live"),
            state=F("translation_state__state"),
            drift=F("translation_state__drift"),
            fact_kinds=F("translation_state__fact_kinds"),
            outdated=Q(translation_state__drift__gte=Drift.WORDING, translation_state__page__isnull=False),
            reads_true=reads_true("translation_state__"),
            confirmed_at=F("translation_state__confirmed_at"),
            words=Coalesce("published_text__words", 0),
            words_true=_words_true(),
            words_left=F("translation_state__words_left"),
            request_id=F("translation_state__request_id"),
            assignee_id=Case(When(translation_state__request__assignee__is_active=True, then=assignee)),
            due=F("translation_state__request__deadline"),
            priority=Coalesce("translation_state__request__priority", Submission.Priority.NORMAL.value),
        )
        .order_by(F("changed_at").desc(nulls_last=True), "-pk")
    )


def _words_true() -> Case:
    """Return the expression for the words of a page that say in English what they say in Polish."""
    is_said = Q(translation_state__page__live=True, translation_state__true_to__isnull=False)
    unchanged = Greatest(F("published_text__words") - F("translation_state__words_left"), 0)
    return Case(When(is_said & Q(published_text__isnull=False), then=unchanged), default=0, output_field=IntegerField())


def needs_translator() -> Q:
    """Return the condition, for pages with their state, that a translator has something to do.

    Not with a withdrawn page: it stands as what was said once.
    """
    return Q(state__in=WAITING) & ~Q(is_withdrawn())


def outlives_its_source() -> Q:
    """Return the condition that readers of English are told what was withdrawn in Polish, without a word of that."""
    return Q(is_withdrawn()) & Q(english_live=True) & ~Q(is_withdrawn("translation_state__page_id"))


def stands_in_queue() -> Q:
    """Return the condition that a page stands in the queue while nobody asks for a state."""
    return needs_translator() | outlives_its_source()


def waiting_pages() -> PageQuerySet:
    """Return the pages on which a translator has something to do, the newest change first."""
    return pages_with_state().filter(needs_translator())


def consequence() -> Case:
    """Return the expression for how much depends on a page with its state: a `Consequence` of the desk."""
    needs_work = ~Q(state__in=WITHOUT_WORK)
    return Case(
        When(FACTS_DRIFTED, then=Value(Consequence.FACT_DRIFT)),
        When(due__lt=timezone.localdate(), then=Value(Consequence.OVERDUE)),
        When(due__isnull=False, then=Value(Consequence.DEADLINE)),
        When(DRIFTED, then=Value(Consequence.WORDING_DRIFT)),
        When(needs_work & Q(votes__gt=0), then=Value(Consequence.VOTES)),
        default=Value(Consequence.AGE),
        output_field=IntegerField(),
    )


def since() -> Case:
    """Return the expression for how long a page waits: since a fact, or the words, have changed, or readers have it."""
    return Case(
        When(FACTS_DRIFTED, then=Coalesce("translation_state__fact_changed_at", "changed_at")),
        When(DRIFTED, then=Coalesce("translation_state__drifted_at", "changed_at")),
        default=Coalesce("changed_at", "latest_revision_created_at"),
    )


def in_order(pages: QuerySet) -> QuerySet:
    """Put pages with their state in the order of the desk, each with `consequence` and `since`."""
    return pages.annotate(consequence=consequence(), since=since()).order_by(
        "consequence", F("due").asc(nulls_last=True), "priority", "-votes", "since", "pk"
    )
