"""Where links lead, and what they say."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from checks.base import Check, Finding
from checks.content import Content, Link

# What tells nobody where a link leads, in lower case
SAYS_NOTHING = frozenset(
    (
        *(
            "kliknij",
            "kliknij tu",
            "kliknij tutaj",
            "kliknij link",
            "tu",
            "tutaj",
            "zobacz tutaj",
            "czytaj",
            "czytaj dalej",
        ),
        *("czytaj więcej", "więcej", "więcej informacji", "zobacz", "zobacz więcej", "dowiedz się więcej", "sprawdź"),
        *("szczegóły", "link", "ten link", "pod linkiem", "pod tym linkiem", "na tej stronie", "przejdź", "otwórz"),
        *("pobierz", "pobierz plik", "plik", "strona", "przejdź do strony", "dalej", "treść", "załącznik"),
        *("click", "click here", "here", "see here", "read", "read on", "read more", "more", "more information"),
        *("see more", "learn more", "find out more", "details", "this link", "this page", "go", "open", "download"),
        *("download file", "file", "page", "continue", "attachment"),
    )
)
AROUND = " \t\n\u00a0.,:;!…()[]<>«»„”“\"'→➔➜›»-–—"


def says_nothing(text: str) -> bool:
    """Whether the text of a link is one of those that could stand on any link."""
    return " ".join(text.split()).strip(AROUND).casefold() in SAYS_NOTHING


class UnclearLinkText(Check):
    """A link whose words say nothing out of their context, or which has none."""

    identifier = "link-text"
    title = gettext_lazy("A link that does not say where it leads")

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every link without words, and every one whose words could stand on any link."""
        for link in content.links:
            if link.text is None:
                continue
            if not link.text.strip(AROUND):
                yield self.finding(link.text_part, _("A link has no text. Write what readers find there."), link.target)
            elif says_nothing(link.text):
                said = _("“%(text)s” does not say where the link leads. Write what readers find there.")
                subject = f"{link.text} {link.target}"
                yield self.finding(link.text_part, said % {"text": link.text.strip()}, subject)


class DeadLink(Check):
    """A link to a page or a file of this site that readers do not get."""

    identifier = "link-target"
    title = gettext_lazy("A link that leads nowhere")

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every link whose target is not there, or not live."""
        for link in content.links:
            if link.address in content.dead_addresses:
                said = _("“%(address)s” leads to nothing that readers see. Choose the page instead of its address.")
                yield self.finding(link.part, said % {"address": link.address}, link.target)
            elif link.page_id is not None and (said := self._of_page(content, link)):
                yield self.finding(link.part, said, link.target)
        for part, number in content.document_links:
            if number not in content.documents:
                yield self.finding(part, _("The file was deleted. Choose another one, or remove this."), str(number))

    @staticmethod
    def _of_page(content: Content, link: Link) -> str:
        if link.page_id == content.page.pk:
            return ""  # it will be live when it is read
        target = content.pages.get(link.page_id or 0)
        words = (link.text or "").strip()
        if target is None and words:
            return _("The page that “%(text)s” leads to was deleted. Choose another one.") % {"text": words}
        if target is None:
            return _("The page that is chosen here was deleted. Choose another one.")
        if not target.is_live:
            said = _(
                "Readers do not see the page “%(title)s”. Publish it first, choose another one, or remove the link."
            )
            return said % {"title": target.title}
        return ""
