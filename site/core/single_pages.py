"""Pages of which a language has one, such as its privacy policy."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial.bin import outside_bin


class OnePerLanguageMixin(Page):
    """A page type of which each language has one page. Wagtail's `max_count` would count all languages together."""

    class Meta:
        abstract = True

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Whether the parent takes such a page, and its language has none yet, the recycle bin aside."""
        others = cls.objects.filter(outside_bin(), locale_id=parent.locale_id)
        return super().can_create_at(parent) and not others.exists()

    def clean(self) -> None:
        """Refuse to publish a second page of the type, such as a copy. A copy that is a draft stands in nobody's way.

        Raises:
            ValidationError: readers of the language have such a page.
        """
        super().clean()
        others = type(self)._default_manager.filter(locale_id=self.locale_id, live=True).exclude(pk=self.pk)
        if self.locale_id is not None and others.exists():
            raise ValidationError(
                _("This language has a page of the type “%(type)s” already. Change that one.")
                % {"type": self._meta.verbose_name}
            )
