"""A site with a page in every state and both languages, and one of every other thing that an address names."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow

from accounts.models import User
from accounts.roles import TRANSLATOR
from content.factories import make_document, make_image, make_news, make_translation
from editorial.emergency import publish_in_emergency
from editorial.records import Approval
from editorial.reviews import ReviewDate
from editorial.take_downs import TakeDown
from editorial.taking_down import take_down
from home.reports.models import AccessibilityReport
from news.models import NewsPage
from recycle_bin.deleting import move_to_bin
from recycle_bin.models import BinnedPage
from search.models import PromotedPage, SynonymGroup
from tests.permissions.addresses import Address
from translation.models import Leftover
from translation.requests.steps import ask
from translation.terms.models import Term

LANGUAGES = ("pl", "en")


def _submit(page: NewsPage, people: dict[str, Any]) -> Any:
    author = people["author" if page.locale.language_code == "pl" else "translator"]
    page = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    page.lead = "What somebody wrote."
    page.save_revision(user=author)
    page = NewsPage.objects.get(pk=page.pk)
    return page.get_workflow().start(page, author)


def _return(page: NewsPage, people: dict[str, Any]) -> None:
    task = _submit(page, people).current_task_state
    task.task.specific.on_action(task.specific, people["editor2"], "reject", comment="Which one?")


def _schedule(page: NewsPage, people: dict[str, Any]) -> None:
    page.go_live_at = timezone.now() + timedelta(days=3)
    page.save_revision(user=people["author"])
    task = _submit(page, people).current_task_state
    task.task.specific.on_action(task.specific, people["editor2"], "approve")


def _emergency(page: NewsPage, people: dict[str, Any]) -> None:
    _submit(page, people)
    publish_in_emergency(NewsPage.objects.get(pk=page.pk), people["administrator"], "It burns.")


def _change(page: NewsPage, people: dict[str, Any]) -> None:
    page.lead = "What somebody wrote."
    page.save_revision(user=people["author"])


def _down(kind: TakeDown.Kind) -> Callable[[NewsPage, dict[str, Any]], None]:
    def carry_out(page: NewsPage, people: dict[str, Any]) -> None:
        texts = dict.fromkeys(LANGUAGES, "It does not hold.")
        take_down(page, people["administrator"], kind, texts=texts, with_companions=False)

    return carry_out


def _lock(page: NewsPage, people: dict[str, Any]) -> None:
    page.locked, page.locked_by, page.locked_at = True, people["administrator"], timezone.now()
    page.save(update_fields=["locked", "locked_by", "locked_at"])


def _delete(page: NewsPage, people: dict[str, Any]) -> None:
    if not BinnedPage.objects.filter(page=page).exists():
        move_to_bin(page, people["administrator"])


def _nothing(page: NewsPage, people: dict[str, Any]) -> None:
    pass


# The name of each state: whether such a page was live first, and what is done to it then
STATES: dict[str, tuple[bool, Callable[[NewsPage, dict[str, Any]], None]]] = {
    "draft": (False, _nothing),
    "submitted": (False, _submit),
    "returned": (False, _return),
    "scheduled": (False, _schedule),
    "live": (True, _nothing),
    "changed": (True, _change),
    "emergency": (False, _emergency),
    "locked": (True, _lock),
    "withdrawn": (True, _down(TakeDown.Kind.WITHDRAWN)),
    "down": (True, _down(TakeDown.Kind.ERROR)),
    "deleted": (False, _delete),
}


class World:
    """Pages by language and state, and the number of one of everything else."""

    def __init__(self, structure: dict[str, Any], people: dict[str, Any]) -> None:
        self.structure, self.people = structure, people
        self.pages: dict[tuple[str, str], Page] = {}
        colleague = User.objects.create_user("translator2", email="translator2@example.org")
        colleague.groups.add(Group.objects.get(name=TRANSLATOR))  # to whom a request may be handed over
        for state, (is_live, carry_out) in STATES.items():
            polish = make_news(
                structure["pl"].sections["news"], live=is_live, title=f"Polska {state}", owner=people["author"]
            )
            source = polish if is_live else make_news(structure["pl"].sections["news"], title=f"Źródło {state}")
            english = make_translation(source, live=is_live)
            for page in (polish, english):
                carry_out(NewsPage.objects.get(pk=page.pk), people)
                self.pages[page.locale.language_code, state] = NewsPage.objects.get(pk=page.pk)
        live = self.pages["pl", "live"]
        ReviewDate.objects.create(page=live, review_by=timezone.localdate(), contact=people["author"])
        self.live = live
        self.image, self.document = make_image(), make_document()
        self.names = {
            "guide:page": "desk",
            "guide:picture": "editors/desk-pl.webp",
            "private_file": self.image.file.name,
        }
        self.redirect = Redirect.objects.create(old_path="/dawniej", redirect_link="/", is_permanent=True)
        today = timezone.localdate()
        self.report = AccessibilityReport.objects.create(
            language="pl", problem="Nie widać.", email="a@example.org", reply_due=today, access_due=today
        )
        for page in self.pages.values():
            Leftover.objects.create(page_id=page.pk, path="body", label="Body", text="What stood there.")
        ask(self.pages["pl", "emergency"], people["author"])
        self.promoted = PromotedPage.objects.create(words="herb", page=live)
        self.collection = Collection.get_first_root_node().add_child(name="Herby")

    def places(self, address: Address) -> dict[tuple[str, str], Page]:
        """Return the pages that an address is asked about: the list of news where it adds one, else one a state."""
        if address.adds_below:
            return {(language, "live"): self.structure[language].sections["news"] for language in LANGUAGES}
        return self.pages

    @cache  # noqa: B019 - a world lasts as long as one test
    def page_values(self, page: Page) -> dict[str, Any]:
        """Return the values of parameters that name something of a page; 0 where it has none."""
        task = page.current_workflow_task_state
        parent = self.structure[page.locale.language_code].sections["news"]
        return {
            "destination_id": parent.pk,
            "leftover_id": Leftover.objects.filter(page_id=page.pk).values_list("pk", flat=True).first() or 0,
            "revision_id": page.latest_revision_id,
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "task_state_id": task.pk if task else 0,
            "task_id": task.task_id if task else 0,
            "workflow_state_id": page.workflow_states.values_list("pk", flat=True).first() or 0,
            "workflow_pk": Workflow.objects.values_list("pk", flat=True).first(),
            "content_type_app_name": "news",
            "content_type_model_name": "newspage",
        }

    @cache  # noqa: B019 - the same
    def values(self, address: Address) -> dict[str, Any]:
        """Return the values of the parameters of an address that names no page; `id` is for the query."""
        name = address.name
        app = name.split(":")[0]
        chosen = {"customimage": self.image.pk, "customdocument": self.document.pk, "user": self.people["author2"].pk}
        numbers = {
            "accessibility_reports": self.report.pk,
            "promoted_pages": self.promoted.pk,
            "synonyms": SynonymGroup.objects.first().pk,
            "terms": Term.objects.get(polish="gmina").pk,
            "translation": Term.objects.get(polish="gmina").pk,
            "wagtailadmin_collections": self.collection.pk,
            "wagtailadmin_api": self.image.pk if "images" in name else self.document.pk,
            "wagtaildocs_chooser": self.document.pk,
            "wagtailimages_chooser": self.image.pk,
            "wagtaillocales": Locale.objects.get(language_code="en").pk,
            "wagtailsites": Site.objects.get().pk,
            "wagtailusers_groups": Group.objects.first().pk,
            "wagtailusers_users": self.people["author2"].pk,
            "wagtailsettings": Site.objects.get().pk,
        }
        by_task = "task" in name.removeprefix("wagtailadmin_workflows:")
        numbers["wagtailadmin_workflows"] = (Task if by_task else Workflow).objects.first().pk
        return {
            "pk": numbers.get(app, 0),
            "approval_id": Approval.objects.filter(kind="emergency", page=self.pages["pl", "emergency"]).last().pk,
            "app_label": "news",
            "model_name": "associationsettings" if app == "wagtailsettings" else "newspage",
            "app_name": "core",
            "collection_id": self.collection.pk,
            "content_type_app_name": "news",
            "content_type_model_name": "newspage",
            "doc_id": self.document.pk,
            "document_id": self.document.pk,
            "filter_spec": "width-100",
            "id": chosen.get(dict(address.fixed).get("model_name", ""), 0),
            "image_id": self.image.pk,
            "language": "en",
            "mode": "default",
            "name": self.names.get(name, ""),
            "object_id": self.live.pk,
            "overridable_segment_id": 1,
            "redirect_id": self.redirect.pk,
            "section": "waiting",
            "session_id": 1,
            "string_segment_id": 1,
            "task_id": Task.objects.first().pk,
            "token": "x",
            "translation_id": 1,
            "translation_source_id": 1,
            "uidb64": "x",
            "uploaded_file_id": 1,
        }
