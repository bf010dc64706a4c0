"""Terms for the tests of the glossary."""

from collections.abc import Callable
from itertools import count

import pytest

from translation.terms.matching import TermIndex
from translation.terms.models import Term


@pytest.fixture
def index() -> Callable[..., TermIndex]:
    """Return an index of terms that no database knows, each given as Polish and English, and what is not used."""
    numbers = count(1)

    def of(*terms: tuple[str, ...]) -> TermIndex:
        return TermIndex(
            [
                Term(pk=next(numbers), polish=polish, english=english, not_english="\n".join(others))
                for polish, english, *others in terms
            ]
        )

    return of


@pytest.fixture
def empty_glossary(db) -> None:
    """A glossary without the terms that a new site starts with."""
    Term.objects.all().delete()


@pytest.fixture
def make_term(empty_glossary) -> Callable[..., Term]:
    """Add a term to an empty glossary."""

    def make(polish: str, english: str, *not_english: str, **fields: str) -> Term:
        return Term.objects.create(polish=polish, english=english, not_english="\n".join(not_english), **fields)

    return make
