"""Pages in every state of publishing, put into a running site of the demo accounts.

Run it through `with_django`; it prints their numbers.
"""

import json
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from wagtail.models import Comment, Page

from accounts.models import User
from content.factories import make_news, make_page, make_translation
from content.loading import block
from editorial.approvals import record_approval
from editorial.emergency import publish_in_emergency
from editorial.records import Approval
from editorial.reviews import ReviewDate
from editorial.submissions import Submission
from editorial.take_downs import TakeDown
from editorial.taking_down import take_down
from home.models import HomePage, StandardPage
from members.models import MemberPage
from news.models import NewsIndexPage, NewsPage
from recycle_bin.deleting import move_to_bin
from translation.requests.steps import ask
from translation.withholding import withhold

TODAY = timezone.localdate()
PEOPLE = {user.username: user for user in User.objects.all()}
HOME = HomePage.objects.get(locale__language_code="pl")
LIST = NewsIndexPage.objects.get(locale__language_code="pl")
REASON = "Woda jest niezdatna do picia od rana."


def news(title: str, *, live: bool = False, by: str = "autor", lead: str = "") -> NewsPage:
    """A piece of news that somebody wrote."""
    page = make_news(
        LIST,
        title=title,
        slug="",
        live=live,
        owner=PEOPLE[by],
        date=TODAY,
        lead="To jest przykład." if live else lead or "To jest przykład wersji roboczej.",
        body=[block(uuid4(), "text", "<p>Szczegóły podamy w przyszłym tygodniu.</p>")],
    )
    if not live:
        page.lead += " Resztę dopiszemy jutro."
        page.save_revision(user=PEOPLE[by], log_action=True)
    return page


def submit(page: Page, by: str, **asked: object) -> Page:
    """Let somebody submit a page, and ask for a day, a person or haste."""
    page = page.get_latest_revision_as_object()
    state = page.get_workflow().start(page, PEOPLE[by])
    if asked:
        Submission.objects.create(workflow_state=state, **asked)
    return page


def give_back(page: Page, by: str, comment: str) -> None:
    """Let somebody send a page back."""
    task_state = page.current_workflow_task_state
    task_state.task.specific.on_action(task_state, PEOPLE[by], "reject", comment=comment)


def overdue() -> Page:
    return submit(news("Wyniki naboru do rady"), "autor", deadline=TODAY - timedelta(days=1))


def deadline() -> Page:
    return submit(news("Dzień otwarty w spółdzielni"), "autor", deadline=TODAY + timedelta(days=2))


def urgent() -> Page:
    return submit(news("Objazd przez Bukowiec"), "autor", priority=Submission.Priority.URGENT)


def plain() -> Page:
    return submit(news("Nowe ławki przy szlaku"), "autor")


def returned() -> Page:
    page = submit(news("Spacer z przewodnikiem"), "autor")
    give_back(page, "redaktor2", "Brakuje miejsca zbiórki, dopisz je w lidzie.")
    Comment.objects.create(page_id=page.pk, user=PEOPLE["redaktor2"], contentpath="lead", text="Dopisz adres zbiórki.")
    return page


def quiet() -> Page:
    page = news("Wspomnienie dożynek")
    page.refresh_from_db()
    page.latest_revision_created_at = timezone.now() - timedelta(days=40)
    page.save(update_fields=["latest_revision_created_at"])
    return page


def english() -> Page:
    source = news("Kurs obsługi map", live=True)
    page = make_translation(source, live=False, title="A course in maps", slug="maps").get_latest_revision_as_object()
    page.lead = "An example that a translator wrote."
    page.save_revision(user=PEOPLE["tlumacz"], log_action=True)
    submit(page, "tlumacz")
    give_back(page, "redaktor2", "Use the name of the course from the register.")
    return page


def member() -> Page:
    page = MemberPage.objects.get(owner=PEOPLE["gmina"], locale__language_code="pl")
    page.official_name = f"{page.official_name} (zmiana)"
    page.save_revision(user=PEOPLE["gmina"], log_action=True)
    submit(page, "gmina")
    give_back(page, "redaktor2", "Nazwa urzędowa nie ma dopisku.")
    return page


def emergency_confirmed() -> Page:
    """What `redaktor` publishes in the test."""
    return news("Awaria wodociągu w Żabcu")


def emergency_form() -> Page:
    return news("Most w Śródwzorze zamknięty")


def emergency_listed() -> Page:
    page = news("Woda w Borkach nie nadaje się do picia")
    publish_in_emergency(page.get_latest_revision_as_object(), PEOPLE["redaktor"], REASON)
    return page


def scheduled() -> Page:
    page = news("Jarmark doliny rusza w sobotę").get_latest_revision_as_object()
    page.go_live_at = timezone.now() + timedelta(days=3)
    revision = page.save_revision(user=PEOPLE["autor"])
    record_approval(revision, kind=Approval.Kind.WORKFLOW, user=PEOPLE["redaktor"])
    revision.publish()
    return page


def reviewed() -> Page:
    page = news("Dyżury doradcy energetycznego", live=True)
    ReviewDate.objects.create(page_id=page.pk, review_by=TODAY - timedelta(days=3), contact=PEOPLE["redaktor"])
    return page


def error() -> Page:
    return news("Nabór z błędnym terminem", live=True)


def consolidated() -> Page:
    return news("Zasady dotacji na ubiegły rok", live=True)


def withdrawn() -> Page:
    return news("Bezpłatny przejazd dla uczniów", live=True)


def withdrawn_before() -> Page:
    page = news("Punkt porad w Bukowcu", live=True)
    lead, story = "An example of a page in two languages.", "<p>We tell you more next week.</p>"
    make_translation(page, title="Advice in Bukowiec", slug="advice", lead=lead, body=[block(uuid4(), "text", story)])
    texts = {"pl": "Punkt zamknięto w czerwcu. Porad udziela urząd gminy.", "en": "It closed in June."}
    take_down(page, PEOPLE["redaktor"], TakeDown.Kind.WITHDRAWN, texts=texts)
    return page


def tree() -> Page:
    """A draft with two pages below it."""
    top = make_page(StandardPage, HOME, live=False, title="Poradnik wystawcy", slug="", owner=PEOPLE["autor"])
    for title in ("Jak zgłosić stoisko", "Ile kosztuje miejsce"):
        make_page(StandardPage, top, live=False, title=title, slug="", owner=PEOPLE["autor"])
    return top


def binned() -> Page:
    page = make_page(StandardPage, HOME, live=False, title="Regulamin konkursu – stary", slug="")
    make_page(StandardPage, page, live=False, title="Załącznik do regulaminu", slug="")
    move_to_bin(Page.objects.get(pk=page.pk), PEOPLE["admin"])
    return page


def two_editors() -> Page:
    return news("Plan zajęć w świetlicy")


def checked() -> Page:
    """A draft that the checks find something in."""
    return news("Dotacja dla kół gospodyń", lead="Kwota dotacji: xxx zł.")


def asked() -> Page:
    """A live page whose translation somebody asks for: overdue, urgent and with a message."""
    page = news("Bezpłatne porady prawne w świetlicach", live=True)
    message = "Potrzebne na spotkanie z partnerami z zagranicy."
    ask(page, PEOPLE["redaktor"], deadline=TODAY - timedelta(days=2), priority=1, message=message)
    return page


def untranslated() -> Page:
    """A live page that is left untranslated on purpose."""
    page = news("Zmiana godzin kasy urzędu", live=True)
    withhold(page, PEOPLE["redaktor"], "Dotyczy tylko mieszkańców gminy.")
    return page


MAKERS: tuple[Callable[[], Page], ...] = (
    *(overdue, deadline, urgent, plain, returned, quiet, english, member),
    *(emergency_confirmed, emergency_form, emergency_listed, scheduled, reviewed),
    *(error, consolidated, withdrawn, withdrawn_before, tree, binned, two_editors, checked),
    *(asked, untranslated),
)

if __name__ == "__main__":
    print(json.dumps({make.__name__: make().pk for make in MAKERS}))
