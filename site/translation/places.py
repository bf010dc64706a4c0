"""Where English pages stand, or will stand, and who may work on them there: rights hang on English pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from django.utils.functional import cached_property
from wagtail.models import Page
from wagtail.permissions import policy_registry

from accounts.models import User
from editorial.bin import in_bin, is_in_bin, outside_bin
from editorial.decisions import HOME_DEPTH
from translation.access import START, may_start_translations
from translation.locales import source_locale_id, target_locale_id
from translation.models import english_in_place

ENGLISH = "translation_state__page"
ROOT_PATH = Page._get_path("", 1, 1)
SECTION_PATH_LENGTH = (HOME_DEPTH + 1) * Page.steplen


def place_of(source: Page) -> Page:
    """Return the English page at which rights to the English version of a Polish page are asked.

    That is the English page itself or, where there is none, the nearest one that it would stand below; at last the root
    of the tree. A page in the recycle bin is none.
    """
    english = english_in_place(source)
    if english is not None:
        return english
    keys = source.get_ancestors().filter(depth__gt=1).values("translation_key")
    found = Page.objects.filter(outside_bin(), translation_key__in=keys, locale_id=target_locale_id())
    above = {page.translation_key: page for page in found}
    for ancestor in source.get_ancestors().filter(depth__gt=1).order_by("-depth"):
        if ancestor.translation_key in above:
            return above[ancestor.translation_key]
    return Page.get_first_root_node()


def may_translate(user: User | AnonymousUser, source: Page) -> bool:
    """Whether a person may write the English version of a Polish page, started or not."""
    return may_start_translations(user) and policy_registry.get_by_type(Page).user_has_permission_for_instance(
        user, "change", place_of(source)
    )


def may_publish_english(user: User | AnonymousUser, source: Page) -> bool:
    """Whether a person's role answers for what readers see of the English version of a Polish page."""
    return policy_registry.get_by_type(Page).user_has_permission_for_instance(user, "publish", place_of(source))


def translators_for(source: Page) -> QuerySet[User]:
    """Return who may translate a Polish page by their role, by name. Superusers are none without a role beside."""
    policy = policy_registry.get_by_type(Page)
    there = policy.users_with_permission_for_instance("change", place_of(source), include_superusers=False)
    starters = get_user_model().objects.with_perm(
        START, include_superusers=False, backend="django.contrib.auth.backends.ModelBackend"
    )
    return there.filter(pk__in=starters.values("pk")).order_by("last_name", "first_name", "username")


class Section(NamedTuple):
    """The Polish home page, or a page right below it with all below that."""

    pk: int
    path: str
    title: str

    @property
    def is_home(self) -> bool:
        """Whether it is the home page, which stands for itself alone."""
        return len(self.path) == HOME_DEPTH * Page.steplen

    def holds(self) -> Q:
        """Return the condition, for a query of Polish pages, that a page stands in this section."""
        return Q(path=self.path) if self.is_home else Q(path__startswith=self.path)


@dataclass(frozen=True)
class PolishTree:
    """What is to be known of the Polish tree as a whole.

    Args:
        places: for each page that has others below it, by path: the path of the English page that rights are asked at.
        sections: by path, in the order of the tree.
    """

    places: Mapping[str, str]
    sections: Mapping[str, Section]

    def place(self, path: str) -> str:
        """Return the path of the English page that a Polish page without an English version would stand below."""
        while path and path not in self.places:
            path = path[: -Page.steplen]
        return self.places.get(path, ROOT_PATH)

    def section_of(self, path: str) -> Section | None:
        """Return the section that a page stands in."""
        return self.sections.get(path[:SECTION_PATH_LENGTH])


def read_tree() -> PolishTree:
    """Read the pages that have others below them, and the sections, in one query."""
    is_section = Q(depth__lte=HOME_DEPTH + 1)
    rows = (
        Page.objects.filter(Q(numchild__gt=0) | is_section, locale_id=source_locale_id(), depth__gt=1)
        .order_by("path")
        .annotate(is_binned=Case(When(in_bin(f"{ENGLISH}__"), then=True), default=False, output_field=BooleanField()))
        .values_list("pk", "path", "title", f"{ENGLISH}__path", "is_binned")
    )
    places: dict[str, str] = {ROOT_PATH: ROOT_PATH}
    sections: dict[str, Section] = {}
    for pk, path, title, english, is_binned in rows:
        above = places.get(path[: -Page.steplen], ROOT_PATH)
        places[path] = english if english and not is_binned else above
        if len(path) <= SECTION_PATH_LENGTH:
            sections[path] = Section(pk, path, title)
    return PolishTree(places, sections)


class EnglishRights:
    """What a person may do with English pages, asked for many Polish pages at once, in two queries.

    Args:
        tree: what `read_tree` has found, if it was asked before.
    """

    def __init__(self, user: User | AnonymousUser, tree: PolishTree | None = None) -> None:
        self.user = user
        self._tree = tree

    @cached_property
    def tree(self) -> PolishTree:
        """What is to be known of the Polish tree as a whole."""
        return self._tree if self._tree is not None else read_tree()

    @property
    def _has_all(self) -> bool:
        return self.user.is_active and self.user.is_superuser

    @cached_property
    def _rights(self) -> list[tuple[str, str]]:
        """The codename of each right to a page that is not Polish, and the path of the page."""
        return [
            (right.permission.codename, right.page.path)
            for right in policy_registry.get_by_type(Page).get_cached_permissions_for_user(self.user)
            if right.page.depth == 1 or right.page.locale_id != source_locale_id()
        ]

    def _tops(self, actions: tuple[str, ...]) -> tuple[str, ...]:
        codenames = {f"{action}_page" for action in actions}
        return tuple({path for codename, path in self._rights if codename in codenames})

    def condition(self, *actions: str) -> Q:
        """Return the condition, for a query of Polish pages, that the person may do one of some things in English."""
        if self._has_all:
            return Q()
        tops = self._tops(actions)
        if not tops:
            return Q(pk__in=[])
        own = Q()
        for top in tops:
            own |= Q(**{f"{ENGLISH}__path__startswith": top})
        has_none = Q(**{f"{ENGLISH}__isnull": True}) | in_bin(f"{ENGLISH}__")
        return (own & outside_bin(f"{ENGLISH}__")) | (has_none & Q(self._stands_below(tops)))

    def _stands_below(self, tops: tuple[str, ...]) -> Case:
        """Return the expression for whether a page without an English version would get it below one of some pages.

        Only where the answer changes from one Polish page to those below it does the expression grow.
        """
        changes: list[tuple[str, bool]] = []
        for path, place in self.tree.places.items():
            is_below = place.startswith(tops)
            above = self.tree.places.get(path[: -Page.steplen])
            if is_below != (above is not None and above.startswith(tops)):
                changes.append((path, is_below))
        changes.sort(key=lambda change: len(change[0]), reverse=True)
        return Case(
            *(When(path__startswith=path, then=Value(is_below)) for path, is_below in changes),
            default=Value(False),
            output_field=BooleanField(),
        )

    def has(self, action: str, source_path: str, english: Page | None) -> bool:
        """Whether the person may do something with the English version of one Polish page.

        Args:
            source_path: of the Polish page.
            english: its English page, if there is one.
        """
        if self._has_all:
            return True
        place = english.path if english is not None and not is_in_bin(english) else self.tree.place(source_path)
        return place.startswith(self._tops((action,)))
