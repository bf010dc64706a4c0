"""What has to hold, asked of the account and of what is stored; none of the site's own comparisons is asked."""

from tests.translation.any_order.account import Account, Said, words_of
from tests.translation.any_order.sentences import Fact, claims, fact_in, lines, names, names_in
from translation.models import Leftover, MemoryUnit, PublishedText, Statement, TranslationState
from translation.truth.measuring import refresh


def check_nothing_is_lost(source_id: int, account: Account) -> None:
    """Each English sentence that a person wrote is in the page, in the memory, or in the list of those without a place.

    Unless somebody took it out who had it before them.
    """
    state = TranslationState.objects.filter(source_id=source_id).select_related("page__latest_revision").first()
    if state is None or state.page is None:
        return
    page = state.page
    missing = account.written[page.pk] - names(page.latest_revision.content)
    if missing:
        missing -= names_in(Leftover.objects.filter(page=page).values_list("text", flat=True))
    if missing:
        missing -= names_in(MemoryUnit.objects.filter(uses__page=page).values_list("target", flat=True))
    assert not missing, f"lost: {sorted(missing)}"


def check_what_is_true(source_id: int, account: Account) -> None:
    """A page that is said to be true is so in every fact, or there is a reason; and a person said so."""
    states = TranslationState.objects.select_related("page__live_revision", "true_to")
    state = states.filter(source_id=source_id, state=TranslationState.State.TRUE).first()
    if state is None:
        return
    english, polish = state.page.live_revision.content, state.true_to.content
    seen = PublishedText.objects.select_related("revision").get(page=source_id).revision.content
    assert claims(seen) == claims(polish), "true, and a fact of the Polish page has changed"
    assert Said(state.page_id, words_of(english), state.true_to_id) in account.said, "true, and nobody has said so"
    said = Statement.objects.filter(page=state.page_id).exclude(effective_at=None).order_by("-effective_at", "-pk")[0]
    reasons = list(said.accepted.exclude(reason="").values_list("polish", "english", "user", "given_at"))
    assert None not in {part for reason in reasons for part in reason}, "a reason without its person or its day"
    for fact in facts(polish) ^ facts(english):
        told = [text for in_polish, in_english, *_by in reasons for text in (in_polish, in_english)]
        assert any(str(fact.number) in text for text in told), f"true, and {fact} differs without a reason"


def facts(content: dict) -> set[Fact]:
    """Return what a page claims."""
    return {fact_in(line) for line in lines(content)} - {Fact()}


def check_states_are_as_stored(source_ids: list[int]) -> None:
    """What is stored of each page is what is found again from the pages."""
    stored = list(TranslationState.objects.filter(source_id__in=source_ids).order_by("pk").values(*STORED))
    refresh(source_ids)
    found = list(TranslationState.objects.filter(source_id__in=source_ids).order_by("pk").values(*STORED))
    assert stored == found, f"a state was not kept up to date: {stored}, and is {found}"


STORED = ("state", "page_id", "true_to_id", "drift", "fact_kinds", "words_left")
