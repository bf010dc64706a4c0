"""The glossary: finding them in a text, and keeping on which pages they stand."""

from collections.abc import Callable, Iterator

from wagtail.models import Page

from content.factories import make_news, make_translation
from content.structure import load_structure
from tools.bench.corpus import Corpus
from tools.bench.figures import Figure, milliseconds, time_figure
from tools.translation_bench.pages import Body, body_of
from tools.translation_bench.sizes import Size
from translation.terms.correcting import check_uses, uses_to_check
from translation.terms.matching import current_index, terms_in
from translation.terms.models import Glossary, Term, sort_key
from translation.terms.problems import missing_terms
from translation.terms.uses import search_again, search_texts

PARAGRAPHS = 20  # of a page
WORDS = 100  # of a paragraph


def figures(size: Size) -> Iterator[Figure]:
    """Fill a glossary, and measure it."""
    structure = load_structure()
    corpus = Corpus()
    _fill(corpus, size.terms)
    reading = milliseconds(lambda _none: current_index(), [None])[0]
    remark = f"{Term.objects.count()} terms"
    yield Figure("the terms read, once in a process and after a change", reading, "ms", remark=remark)
    texts = [corpus.text_of(WORDS) for _number in range(size.times)]
    remark = f"{WORDS} words"
    yield time_figure("terms in a paragraph, its words new", milliseconds(terms_in, texts), 5, remark)
    yield time_figure("terms in a paragraph, its words known", milliseconds(terms_in, texts), 5, remark)
    pairs = [(text, corpus.text_of(WORDS)) for text in texts]
    missing_terms(*pairs[0])  # what a process does once
    yield time_figure("a paragraph compared", milliseconds(lambda pair: missing_terms(*pair), pairs), 20, remark)
    pages = size.times // 8 or 1
    for _number in range(pages):
        polish = make_news(structure["pl"].sections["news"], body=_body(corpus))
        make_translation(polish, body=_body(corpus))
    yield _per_page("pages searched for all terms", _search_all, size.pages)
    english = Page.objects.filter(locale__language_code="en")
    yield _per_page(
        "pages compared with their English", lambda: check_uses(uses_to_check(english), 1_000_000), size.pages
    )


def _fill(corpus: Corpus, terms: int) -> None:
    """Add terms of one to three words of the corpus to those that a new site has."""
    known = set(Term.objects.values_list("polish", flat=True))
    while len(known) < terms:
        words = " ".join(corpus.text_of(1 + len(known) % 3).lower().split())
        if any(letter.isalpha() for letter in words):
            known.add(words)
    new = known - set(Term.objects.values_list("polish", flat=True))
    Term.objects.bulk_create(Term(polish=term, english=f"the {term}", sort_key=sort_key(term)) for term in new)
    Glossary.current().change()


def _body(corpus: Corpus) -> Body:
    return body_of(corpus.text_of(WORDS) for _number in range(PARAGRAPHS))


def _search_all() -> int:
    search_again()
    return search_texts(1_000_000)


def _per_page(name: str, act: Callable[[], int], pages: int) -> Figure:
    done: list[int] = []
    took = milliseconds(lambda _none: done.append(act()), [None])[0]
    each = took / done[0]
    return Figure(name, each, "ms each", remark=f"{pages} pages in {each * pages / 60_000:.1f} minutes")
