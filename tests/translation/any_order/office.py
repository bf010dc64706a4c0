"""What people do through the addresses that their browsers use, and the account of it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import polib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Page, Revision, TaskState

from editorial.models import Approval
from tests.translation.any_order.account import Account
from tests.translation.any_order.edits import Content
from tests.translation.any_order.forms import form_data
from tests.translation.any_order.sentences import names, names_in
from translation.models import Leftover, PublishedText, english_of

REASON = "Known to readers of this page."


@dataclass(frozen=True)
class Opened:
    """What somebody has in the editor: a version of a page, and beside an English one a version of the Polish one."""

    page: int
    revision: int
    created_at: str
    content: Content
    polish_revision: int | None


def content_of(revision: Revision | None) -> Content:
    """Return the content of a revision with its body as a list; of none an empty one."""
    if revision is None:
        return {}
    content = deepcopy(revision.content)
    return {**content, "body": json.loads(content["body"])}


class Office:
    """The staff at work on some Polish pages and their English ones.

    Args:
        everybody: people by name.
        account: what they did before.
    """

    def __init__(self, everybody: Mapping[str, Any], account: Account) -> None:
        self.everybody = everybody
        self.account = account
        self.clients: dict[str, Client] = {}

    @contextmanager
    def acting(self, who: str) -> Iterator[Client]:
        """Act as somebody, with what happens once a transaction has ended."""
        if who not in self.clients:
            self.clients[who] = Client()
            self.clients[who].force_login(self.everybody[who], backend="django.contrib.auth.backends.ModelBackend")
        with TestCase.captureOnCommitCallbacks(execute=True):
            yield self.clients[who]

    def post(self, who: str, name: str, *args: Any, **data: Any) -> Any:
        """Send a form to a named address."""
        with self.acting(who) as client:
            return client.post(reverse(name, args=args), data)

    def get(self, who: str, name: str, *args: Any) -> Any:
        """Open a named address."""
        with self.acting(who) as client:
            return client.get(reverse(name, args=args))

    # Writing

    def open(self, page_id: int, revision: Revision | None = None) -> Opened:
        """Return what somebody has before them who opens a page now, or an older version of it to bring that back."""
        page = Page.objects.get(pk=page_id)
        newest = page.get_latest_revision()
        text = PublishedText.objects.filter(page__translation_key=page.translation_key).first()
        polish_revision = text.revision_id if text is not None and text.page_id != page_id else None
        shown = revision or newest
        return Opened(page_id, newest.pk, newest.created_at.isoformat(), content_of(shown), polish_revision)

    def save(self, who: str, opened: Opened, content: Content, action: str = "", **more: str) -> bool:
        """Send the editor's form, as a draft or with an action; return whether it was saved.

        Autosave is the action "autosave".
        """
        page = Page.objects.get(pk=opened.page)
        before, steps = page.get_latest_revision(), _last_step(page)
        data = form_data(Revision.objects.get(pk=opened.revision), content, self.everybody[who])
        data |= {"loaded_revision_id": str(opened.revision), "loaded_revision_created_at": opened.created_at, **more}
        if opened.polish_revision:
            data["polish_revision"] = str(opened.polish_revision)
        if action not in ("", "autosave"):
            data[f"action-{action}"] = "1"
        with self.acting(who) as client:
            headers = {"accept": "application/json"} if action == "autosave" else None
            client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data, headers=headers)
        page = Page.objects.get(pk=page.pk)
        saved = page.get_latest_revision()
        if (saved.pk, saved.created_at) == (before.pk, before.created_at):
            return False
        if opened.polish_revision:
            self.account.wrote(page.pk, names(opened.content), names(content))
            if _last_step(page) != steps:
                self.account.submitted[page.pk] = opened.polish_revision
                self.account.said_true(page.pk, content_of(saved), opened.polish_revision)
        return True

    def bring_back(self, who: str, page_id: int, back: int) -> None:
        """Bring an older version back into the editor, where the person sees that it replaces the newest, and save."""
        older = list(Revision.page_revisions.filter(object_id=str(page_id)).order_by("-pk")[: back + 1])[-1]
        opened = self.open(page_id, older)
        newest = names(content_of(Page.objects.get(pk=page_id).get_latest_revision()))
        if self.save(who, opened, opened.content, revision=str(older.pk)):
            self.account.wrote(page_id, newest, names(opened.content))

    # The way to readers

    def decide(self, who: str, page_id: int, action: str, where: str = "listing") -> None:
        """Approve or send back what waits, from the listing or from the editor."""
        page = Page.objects.get(pk=page_id)
        state = page.current_workflow_task_state
        if state is None:
            return
        if where == "editor":
            opened = self.open(page_id)
            workflow = {"workflow-action-name": action, "workflow-action-extra-data": '{"comment": "Popraw datę."}'}
            self.save(who, opened, opened.content, "workflow-action", **workflow)
        else:
            self.post(who, "wagtailadmin_pages:workflow_action", page_id, action, state.pk, comment="Popraw datę.")
        live = Page.objects.get(pk=page_id).live_revision
        beside = self.account.submitted.get(page_id)
        if action == "approve" and beside and live is not None and live.pk != page.live_revision_id:
            self.account.said_true(page_id, content_of(live), beside)

    def give_reasons(self, who: str, page_id: int) -> None:
        """Say why what the checks have found may stay."""
        form = self.get(who, "checks:page", page_id).context
        if form and "form" in form:
            self.post(who, "checks:page", page_id, **dict.fromkeys(form["form"].fields, REASON))

    def publish_in_emergency(self, who: str, page_id: int) -> None:
        """Publish on one's own word."""
        self.post(who, "editorial:emergency", page_id, reason="Woda wzbiera, mieszkańcy czekają.")

    def confirm(self, who: str, page_id: int, *, newest: bool = True) -> None:
        """Stand by an emergency publication of a page, the newest or the oldest that nobody has confirmed."""
        found = Approval.objects.filter(page=page_id, kind=Approval.Kind.EMERGENCY, confirmation=None)
        approval = found.last() if newest else found.first()
        if approval is not None:
            self.post(who, "editorial:confirm", approval.pk)

    def take_down(self, who: str, page_id: int, kind: str, *, with_english: bool) -> None:
        """Take a page down, or mark it as withdrawn."""
        along = {"with_companions": "on"} if with_english else {}
        texts = {"text_pl": "Treść była błędna.", "text_en": "It was wrong."}
        self.post(who, "editorial:take_down", page_id, kind=kind, **texts, **along)

    def move(self, who: str, page_id: int, parent_id: int) -> None:
        """Move a page below another one."""
        self.post(who, "wagtailadmin_pages:move_confirm", page_id, parent_id)

    # Translating

    def start(self, who: str, polish_id: int, title: str) -> Page | None:
        """Start the English version of a page."""
        self.post(who, "wagtail_localize:submit_page_translation", polish_id, title=title)
        english = english_of(Page.objects.get(pk=polish_id))
        if english is not None:
            self.account.wrote(english.pk, set(), names(content_of(english.get_latest_revision())))
        return english

    def bring_over(self, who: str, page_id: int) -> None:
        """Bring the Polish structure over, as it is shown to the person."""
        shown = self.get(who, "translation:structure", page_id).context
        if shown and "prepared" in shown:
            self.post(who, "translation:structure", page_id, read=shown["prepared"].read)

    def dismiss(self, who: str, page_id: int) -> None:
        """Dismiss the last text without a place."""
        left = Leftover.objects.filter(page=page_id).first()
        if left is None:
            return
        self.post(who, "translation:dismiss_leftover", page_id, left.pk)
        if not Leftover.objects.filter(pk=left.pk).exists():
            newest = names(content_of(Page.objects.get(pk=page_id).get_latest_revision()))
            self.account.wrote(page_id, names_in([left.text]) - newest, set())

    def settle(self, who: str, page_id: int) -> None:
        """Say of every changed passage that its English needs no change."""
        shown = self.get(who, "translation:source", page_id).context
        for part in shown["source"].rows if shown and "source" in shown else []:
            for segment in part.segments:
                if segment.difference is not None:
                    self.post(who, "translation:settle", page_id, segment=f"{part.path}:{segment.key}")

    def say_true(self, who: str, page_id: int) -> None:
        """Say that a page is true to the Polish text of today, with a reason for each fact that differs."""
        shown = self.get(who, "translation:say_true", page_id).context
        if not shown or "form" not in shown:
            return
        form = shown["form"]
        revision = form["polish_revision"].value()
        read = {name: form[name].value() for name in form.fields if not name.startswith("reason_")}
        reasons = {name: REASON for name in form.fields if name.startswith("reason_")}
        answer = self.post(who, "translation:say_true", page_id, **read, **reasons)
        if answer.status_code == 302 and revision:
            self.account.said_true(page_id, content_of(Page.objects.get(pk=page_id).live_revision), revision)

    def take_out(self, who: str, page_id: int) -> bytes:
        """Return the texts of a page as a PO file."""
        return bytes(self.get(who, "translation:exchange_page_download", page_id).content)

    def take_in(self, who: str, page_id: int, data: bytes, translate: Any) -> None:
        """Translate the texts of a PO file, send it in, read the report and confirm it.

        Args:
            translate: takes a Polish and an English text, and returns the new English one.
        """
        file = polib.pofile(data.decode())
        for entry in file:
            entry.msgstr, entry.flags = translate(entry.msgid, entry.msgstr), []
        sent = SimpleUploadedFile("texts.po", str(file).encode())
        shown = self.post(who, "translation:exchange_page", page_id, file=sent).context
        if not shown or not shown.get("ticket"):
            return
        taken = shown["report"].taken
        seen = names_in(row.slot.pair.english for row in taken)
        if self.post(who, "translation:exchange_confirm", ticket=shown["ticket"]).status_code == 302:
            self.account.wrote(page_id, seen, names_in(row.markup for row in taken))


def _last_step(page: Page) -> int:
    """Return the number of the newest step of a page through approval."""
    steps = TaskState.objects.filter(workflow_state__object_id=str(page.pk)).order_by("-pk")
    return steps.values_list("pk", flat=True).first() or 0
