"""What staff say of search, what readers looked for in vain, and the text inside of files."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from library.models import CustomDocument
from morphology import words_of
from search.keys import distinct_keys

MOST_SYNONYMS = 20
LONGEST_EXPRESSION = 6  # words


class SynonymGroup(models.Model):
    """Words and expressions of one language that mean the same: who looks for one of them finds the others too."""

    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    words = models.TextField(
        _("words"),
        max_length=1000,
        help_text=_(
            "A word or an expression on each line, as in a dictionary: “uzdrowisko”, “odnawialne źródła energii”. "
            "Each finds the others, in all their forms."
        ),
    )

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["language", "words", "pk"]

    def __str__(self) -> str:
        return ", ".join(self.words.splitlines())

    @property
    def expressions(self) -> tuple[tuple[str, ...], ...]:
        """The words of each line that has any."""
        lines = (tuple(word.text for word in words_of(line)) for line in self.words.splitlines())
        return tuple(line for line in lines if line)

    def clean(self) -> None:
        """Refuse a group that says nothing, or too much for one search.

        Raises:
            ValidationError: on `words`.
        """
        self.words = "\n".join(line for each in self.words.splitlines() if (line := " ".join(each.split())))
        expressions = self.expressions
        if len(expressions) < 2:
            raise ValidationError({"words": gettext("Write at least two words or expressions, each on its own line.")})
        if len(expressions) > MOST_SYNONYMS:
            raise ValidationError(
                {"words": gettext("Write at most %(number)d lines. Begin another group.") % {"number": MOST_SYNONYMS}}
            )
        if any(len(each) > LONGEST_EXPRESSION for each in expressions):
            raise ValidationError(
                {"words": gettext("An expression has at most %(number)d words.") % {"number": LONGEST_EXPRESSION}}
            )


class PromotedPage(models.Model):
    """A page that stands first when readers look for these words, as long as they may see it."""

    words = models.CharField(
        _("words"),
        max_length=100,
        help_text=_("The page is shown first to who looks for all these words, in any of their forms."),
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("It is shown to readers of its own language, and only while it is public."),
    )

    class Meta:
        verbose_name = _("promoted page")
        verbose_name_plural = _("promoted pages")
        ordering = ["words", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["words", "page"],
                name="promoted_once",
                violation_error_message=_("The page is promoted for these words already."),
            )
        ]

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        """Refuse what no reader could look for.

        Raises:
            ValidationError: on `words`.
        """
        self.words = " ".join(self.words.split())
        if not words_of(self.words):
            raise ValidationError({"words": gettext("Write at least one word or number.")})


class MissedQuery(models.Model):
    """How many times some words were looked for on one day, and nothing was found. It tells nothing of who asked."""

    wagtail_reference_index_ignore = True

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    words = models.CharField(_("words"), max_length=100)
    times = models.PositiveIntegerField(_("times"), default=1)

    class Meta:
        verbose_name = _("query without a result")
        verbose_name_plural = _("queries without a result")
        constraints = [models.UniqueConstraint(fields=["day", "language", "words"], name="missed_once_a_day")]

    def __str__(self) -> str:
        return f"{self.words}: {self.times}"


class DocumentText(index.Indexed, models.Model):
    """The text inside of a document, which is found through the pages that show it.

    The index has its keys in both languages, since pages of both may show it: those of Polish as its title, those of
    English as its body.
    """

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", _("waits to be read")
        READ = "read", _("is searched")
        EMPTY = "empty", _("no text in it, as in a scan")
        TOO_LARGE = "too_large", _("too large to be read")
        BROKEN = "broken", _("cannot be read: broken or encrypted")

    wagtail_reference_index_ignore = True

    document = models.OneToOneField(
        CustomDocument, verbose_name=_("document"), on_delete=models.CASCADE, related_name="searched_text"
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    file_name = models.CharField(_("file"), max_length=255)
    text = models.TextField(_("text"), blank=True)
    read_at = models.DateTimeField(_("read at"), null=True)

    search_fields = [index.SearchField("title"), index.SearchField("body")]

    class Meta:
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")

    def __str__(self) -> str:
        return f"{self.document_id}: {self.state}"

    @property
    def title(self) -> str:
        """The keys of its words as Polish ones, each once."""
        return distinct_keys(self.text, "pl")

    @property
    def body(self) -> str:
        """The keys of its words as English ones, each once."""
        return distinct_keys(self.text, "en")
