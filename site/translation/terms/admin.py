"""The glossary in the admin: its list, the form of a term, and what the log says of a change."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import ModelLogEntry

from morphology import folded, words_of
from translation.access import english_pages_of, may_see_translations
from translation.terms.columns import in_english, in_polish
from translation.terms.correcting import AT_ONCE, check_uses, numbers_of, uses_to_check
from translation.terms.matching import Phrase, ReducedText, current_index
from translation.terms.models import Term

ENGLISH_CHANGED = "translation.term.english"


def pages_url(term: Term) -> str:
    """Return where the pages to correct are listed."""
    return reverse("translation:term_pages", args=[term.pk])


class TermForm(WagtailAdminModelForm):
    """Notes who adds or changes a term, and refuses one that is there in another form."""

    def clean_polish(self) -> str:
        """Return the Polish term.

        Raises:
            ValidationError: texts would not tell it from another term.
        """
        polish: str = self.cleaned_data["polish"]
        words = words_of(polish)
        for hit in current_index().find(polish):
            if hit.term.pk != self.instance.pk and (hit.start, hit.end) == (words[0].start, words[-1].end):
                raise ValidationError(
                    _("Texts would not tell it from “%(term)s”, which is in the glossary already. Change that one.")
                    % {"term": hit.term.polish}
                )
        return polish

    def save(self, commit: bool = True) -> Term:
        """Keep the term with who has changed it."""
        if self.instance._state.adding:
            self.instance.created_by = self.for_user
        self.instance.changed_by = self.for_user
        term: Term = super().save(commit=commit)
        return term


class TermIndexView(IndexView):
    """Is searched in both languages, in every form of a word and by the beginning of one."""

    page_title = gettext_lazy("Glossary")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what stacks the list on a narrow screen."""
        context = super().get_context_data(*args, **kwargs)
        return {**context, "media": context["media"] + forms.Media(css={"all": ["translation/terms.css"]})}

    @cached_property
    def columns(self) -> list[Column]:
        """Those of the list; the first, which leads to the term, is Polish."""
        columns: list[Column] = super().columns
        columns[0].accessor = lambda term: in_polish(term.polish)
        if may_see_translations(self.request.user):
            columns.append(Column("to_correct", label=_("Pages to correct"), accessor=self.to_correct))
        return columns

    def paginate_queryset(self, queryset: QuerySet[Term], page_size: int) -> tuple[Any, Any, Any, bool]:
        """Count the pages to correct for the terms of this page of the list, at once."""
        paginator, page, rows, is_paginated = super().paginate_queryset(queryset, page_size)
        rows = list(rows)
        if may_see_translations(self.request.user):
            self.numbers = numbers_of(rows, english_pages_of(self.request.user))
        return paginator, page, rows, is_paginated

    def to_correct(self, term: Term) -> str:
        """Return the way to the pages to correct, with how many there are, or nothing if there are none."""
        numbers = self.numbers.get(term.pk)
        if numbers is None:
            return ""
        said = []
        if numbers.wrong:
            said.append(ngettext("%(count)d page", "%(count)d pages", numbers.wrong) % {"count": numbers.wrong})
        if numbers.unknown:
            said.append(_("%(count)d to look at") % {"count": numbers.unknown})
        link = '<a href="{}" data-pages-to-correct>{}<span class="w-sr-only"> – {}</span></a>'
        return format_html(link, pages_url(term), ", ".join(said), in_polish(term.polish))

    def search_queryset(self, queryset: QuerySet[Term]) -> QuerySet[Term]:
        """Narrow to the terms that have every word of the query."""
        if not self.is_searching:
            return queryset
        wanted = {language: ReducedText(self.search_query, language) for language in ("pl", "en")}
        found = [
            term.pk
            for term in queryset
            if any(_has_words(words, wanted[language], language) for words, language in _words_of(term))
        ]
        return queryset.filter(pk__in=found)

    def get_list_more_buttons(self, instance: Term) -> list[Any]:
        """Add the way to the pages to correct."""
        buttons = super().get_list_more_buttons(instance)
        if may_see_translations(self.request.user):
            buttons.append(Button(_("Pages to correct"), url=pages_url(instance), icon_name="doc-full", priority=15))
        return buttons


def _words_of(term: Term) -> list[tuple[str, str]]:
    return [(term.polish, "pl"), *((words, "en") for words in (term.english, *term.forbidden))]


def _has_words(words: str, wanted: ReducedText, language: str) -> bool:
    there = Phrase.of(words, language).keys
    return all(
        any(not keys.isdisjoint(each) or any(key.startswith(folded(word.text)) for key in each) for each in there)
        for word, keys in zip(wanted.words, wanted.keys, strict=True)
    )


class TermEditView(EditView):
    """Says which pages are to be corrected once the English of a term has changed."""

    def save_instance(self) -> Term:
        """Keep the term, and log the English that it had before, with the reason if one was written for the change."""
        before = Term.objects.get(pk=self.object.pk)
        term: Term = super().save_instance()
        if term.english != before.english:
            check_uses(uses_to_check(english_pages_of(self.request.user)).filter(term=term), AT_ONCE)
            log(
                instance=term,
                action=ENGLISH_CHANGED,
                user=self.request.user,
                data={
                    "before": before.english,
                    "after": term.english,
                    "reason": term.why if term.why != before.why else "",
                },
            )
            messages.info(
                self.request,
                _("English pages that say it in the old way are listed with it."),
                buttons=[messages.button(pages_url(term), _("Pages to correct"))]
                if may_see_translations(self.request.user)
                else [],
            )
        return term


class TermViewSet(ModelViewSet):
    """Lists the terms by the Polish alphabet."""

    model = Term
    index_view_class = TermIndexView
    edit_view_class = TermEditView
    name = "terms"
    url_prefix = "terms"
    icon = "openquote"
    menu_label = gettext_lazy("Glossary")
    menu_order = 155
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    add_to_reference_index = False
    list_per_page = 50
    search_fields = ["polish", "english"]
    search_backend_name = None
    list_filter = ["kind"]
    list_display = [
        "polish",
        Column(
            "english",
            label=gettext_lazy("English term"),
            accessor=lambda term: in_english(term.english),
            sort_key="english",
        ),
        Column("get_kind_display", label=gettext_lazy("Kind"), sort_key="kind"),
        DateColumn("changed_at", label=gettext_lazy("Changed"), sort_key="changed_at"),
    ]
    inspect_view_fields = ["polish", "english", "not_english", "kind", "note", "why", "created_at", "changed_at"]
    edit_handler = ObjectList(
        [
            FieldPanel("polish", widget=forms.TextInput(attrs={"lang": "pl"})),
            FieldPanel("english", widget=forms.TextInput(attrs={"lang": "en"})),
            FieldPanel("not_english", widget=AdminAutoHeightTextInput(attrs={"lang": "en"})),
            FieldPanel("kind"),
            FieldPanel("note"),
            FieldPanel("why"),
        ],
        base_form_class=TermForm,
    )


class EnglishChangedFormatter(LogFormatter):
    """Says which English a term had and has, and why, in one: the history of a term shows no comments."""

    label = gettext_lazy("Change the English term")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        said = {name: log_entry.data.get(name, "") for name in ("before", "after", "reason")}
        if said["reason"]:
            return _("English changed from “%(before)s” to “%(after)s”: %(reason)s") % said
        return _("English changed from “%(before)s” to “%(after)s”") % said


def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what happens to a term."""
    actions.register_action(ENGLISH_CHANGED)(EnglishChangedFormatter)
