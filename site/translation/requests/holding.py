"""Which open request holds for which page, and which requests are done: kept as the states of translations change."""

from django.db.models import BigIntegerField, Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Length
from wagtail.models import Page

from translation.requests.models import TranslationRequest
from translation.truth.models import TranslationState

State, Drift = TranslationState.State, TranslationState.Drift
WITHOUT_WORK = (State.TRUE, State.WITHHELD)


def reads_true(prefix: str = "") -> Q:
    """Return the condition that readers have an English version that is true, whatever draft of it is under way.

    Args:
        prefix: the way from the queried model to the `TranslationState`, such as `translation_state__`.
    """
    return Q(
        **{
            f"{prefix}page__live": True,
            f"{prefix}true_to__isnull": False,
            f"{prefix}drift__lt": Drift.WORDING,
        }
    )


def needs_work() -> Q:
    """Return the condition, for rows, that readers of English are still to get what the Polish page says."""
    return ~Q(state=State.WITHHELD) & ~reads_true()


def hold(states: QuerySet[TranslationState]) -> None:
    """Note for each row the open request that holds for it: its own, or that of the nearest section around it.

    None holds for a page that needs no work.
    """
    waiting = TranslationRequest.objects.open()
    sections = waiting.filter(whole_section=True).order_by(Length("page__path").desc()).values_list("pk", "page__path")
    around = [
        When(source_id__in=Page.objects.filter(path__startswith=path).values("pk"), then=Value(pk))
        for pk, path in sections
    ]
    own = Subquery(waiting.filter(page_id=OuterRef("source_id")).values("pk")[:1])
    nearest = Coalesce(own, Case(*around, default=None, output_field=BigIntegerField()))
    states.update(request=Case(When(state__in=WITHOUT_WORK, then=None), default=nearest))


def states_of(page: Page) -> QuerySet[TranslationState]:
    """Return the rows of a Polish page and of all below it."""
    return TranslationState.objects.filter(source__path__startswith=page.path)


def requests_done(states: QuerySet[TranslationState]) -> QuerySet[TranslationRequest]:
    """Return the open requests that are done, of those that some rows may have brought to an end.

    A request for a page is done when readers have an English version that is true to the text it names, or to a later
    one: somebody said so of that revision, or only slips and what somebody has settled differ from what readers see.
    One for a section is done when no live page in it needs work.
    """
    sources = states.values("source_id")
    state = "page__translation_state__"
    is_pinned = Q(**{f"{state}page__live": True, f"{state}true_to_id__gte": F("revision_id")})
    of_page = Q(is_pinned | reads_true(state), whole_section=False, page__in=sources, page__live=True)
    waiting = TranslationState.objects.filter(
        needs_work(), source__live=True, source__path__startswith=OuterRef("page__path")
    )
    of_section = Q(whole_section=True, page__live=True) & ~Q(Exists(waiting))
    return TranslationRequest.objects.open().filter(of_page | of_section).select_related("page__locale")
