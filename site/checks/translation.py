"""What an English page says otherwise than the Polish text that it is submitted as true to."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Revision

from checks.base import Check, Finding
from checks.content import Content
from checks.models import Override
from checks.walk import Part
from morphology import words_of
from translation.facts.pages import PartDiscrepancy
from translation.segments import Path
from translation.terms.problems import term_problems
from translation.truth.measuring import path_key, segment_digest
from translation.truth.parity import accepted, differences


class FactsDiffer(Check):
    """A number, an amount, a date, an address, a link, a negation, a heading or an image that the other page lacks."""

    identifier = "parity"
    title = gettext_lazy("Facts that differ from the Polish page")

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every one, at the field that it leads to. A page that translates none has none."""
        if (texts := content.in_both_languages) is None:
            return
        for each in differences(*texts):
            yield self.finding_of(content, each)

    def finding_of(self, content: Content, each: PartDiscrepancy) -> Finding:
        """Return what is said of one difference."""
        said = each.discrepancy
        polish, english = (fact.text if fact else "" for fact in (said.polish, said.english))
        # Several places of the Polish page may lead to one field: a reason for one is none for the others.
        subject = "\n".join((said.kind, path_key(each.path), polish, english))
        return self.finding(_nearest(content, each.english_path or each.path), said.sentence, subject)


class OtherTerms(Check):
    """A term of the glossary that the English page calls otherwise."""

    identifier = "terms"
    title = gettext_lazy("Terms that the glossary calls otherwise")
    blocks = False

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every one, at the field of the Polish term. A page that translates none has none."""
        if (texts := content.in_both_languages) is None:
            return
        for each in term_problems(*texts):
            subject = "\n".join((each.kind, each.polish, each.english))
            yield self.finding(_nearest(content, each.path), each.message, subject)


class LeftInPolish(Check):
    """A passage of an English page that is, word for word, what the Polish one says there.

    Names, addresses and numbers are the same in both languages: they have hardly a word in small letters. It does not
    stand in the way, since the names of some things are such words.
    """

    identifier = "left-in-polish"
    title = gettext_lazy("A passage that is still Polish")
    blocks = False
    fewest = 3  # words in small letters, of three letters or more

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every one, at its field. A page that translates none has none."""
        if (texts := content.in_both_languages) is None:
            return
        polish, english = texts
        for path, part in english.items():
            if not part.kind.is_words or path not in polish:
                continue
            same = content.same_in_english
            said = {each.text for each in polish[path].segments if (path_key(path), segment_digest(each)) not in same}
            for segment in part.segments:
                if segment.text in said and self._words_of_a_language(segment.text) >= self.fewest:
                    message = _("“%(text)s” says the same in Polish. Translate it, unless it is a name.")
                    text = Truncator(segment.text).words(12)
                    yield self.finding(_nearest(content, path), message % {"text": text}, segment.text)

    @staticmethod
    def _words_of_a_language(text: str) -> int:
        return sum(word.text.islower() and len(word.text) >= 3 for word in words_of(text))


def reasons_for_facts(page: Page, source: Revision) -> Iterator[Mapping[str, Any]]:
    """Yield the facts in which an English page differs from a Polish revision and of which somebody said why.

    Args:
        page: specific, in the version that it is an object of.
    """
    content, check = Content(page), FactsDiffer()
    found = {check.finding_of(content, each).fingerprint: each for each in differences(*content.beside(source))}
    if found:
        said = Override.objects.filter(page_id=page.pk, fingerprint__in=found).select_related("user").order_by("pk")
        for fingerprint, override in {each.fingerprint: each for each in said}.items():
            yield accepted(found[fingerprint], override.reason, override.user, override.created_at)


def _nearest(content: Content, path: Path) -> Part:
    """Return the field at a path, or the one around it that the page has: what is missing has no field of its own."""
    for length in range(len(path), 0, -1):
        if part := content.by_path.get(path_key(path[:length])):
            return part
    return content.parts[0]
