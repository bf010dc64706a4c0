"""What words mean, as far as `meanings.txt` lists it: whether a Polish and an English word may say the same."""

from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from translation.facts.kinds import Language
from translation.facts.word_tables import rows

_FEWEST: Final = 2  # letters that a beginning has at least
_LANGUAGES: Final[tuple[Language, Language]] = ("pl", "en")
Meanings = frozenset[int]
# Beginnings that turn a word into its contrary
PREFIXES: Final[dict[Language, tuple[str, ...]]] = {
    "pl": ("nie", "bez"),
    "en": ("un", "in", "im", "ir", "il", "dis", "non"),
}
# Forms of English words that do not begin as the words do, but for their ends
_IRREGULAR: Final = dict(
    rows("""
        take took taken
        tak took taken
        giv gave
        give gave given
        bring brought
        buy bought
        hold held
        go went gone
        come came
        make made
        mak made
        find found
        send sent
        keep kept
        leave left leaving
        leav left
        lose lost losing
        los lost
        meet met
        pay paid
        sell sold
        see saw seen
        say said
        tell told
        think thought
        understand understood
        writ wrote
        run ran
        begin began begun
        break broke broken
        choos chose
        draw drew drawn
        driv drove
        eat ate
        fall fell
        get got
        grow grew
        know knew known
        lead led
        lend lent
        ris rose
        speak spoke spoken
        spend spent
        stand stood
        teach taught
        throw threw thrown
        win won winning
        withdraw withdrew
        withdr withdrew
        sit sat
        feel felt
        build built
        teach taught
        hear heard
        bear bore borne
    """)
)
_SHORTEST: Final = 3  # letters of the word after a prefix


class Table:
    """The beginnings of words of one language, by their first letters, and its whole words, each with its meanings."""

    def __init__(self) -> None:
        self.whole: dict[str, set[int]] = defaultdict(set)
        self.beginnings: dict[str, list[tuple[str, int]]] = defaultdict(list)

    def add(self, entry: str, row: int) -> None:
        """Add a beginning, or a whole word if a full stop ends it."""
        if entry.endswith("."):
            self.whole[entry[:-1]].add(row)
        else:
            self.beginnings[entry[:_FEWEST]].append((entry, row))

    def meanings(self, word: str) -> Meanings:
        """Return the meanings of a word in small letters."""
        found = {row for beginning, row in self.beginnings.get(word[:_FEWEST], ()) if word.startswith(beginning)}
        return frozenset(found | self.whole.get(word, set()))


@cache
def _tables() -> dict[Language, Table]:
    tables: dict[Language, Table] = {language: Table() for language in _LANGUAGES}
    text = Path(__file__).with_name("meanings.txt").read_text(encoding="utf-8")
    for number, row in enumerate(text.splitlines()):
        if not row or row.startswith("#"):
            continue
        for language, entries in zip(_LANGUAGES, row.split(":"), strict=True):
            add_entries(tables[language], entries, number, language)
    return tables


def add_entries(table: Table, entries: str, row: int, language: Language) -> None:
    """Add the words of one row, the irregular forms of English ones too."""
    for entry in entries.split():
        for each in (entry, *(_IRREGULAR.get(entry, ()) if language == "en" else ())):
            table.add(each, row)


@lru_cache(maxsize=20_000)
def meanings_of(word: str, language: Language) -> Meanings:
    """Return the numbers of what a word in small letters may mean; none if it is not listed."""
    return _tables()[language].meanings(word)


def without_prefix(word: str, language: Language) -> str:
    """Return what a word with a prefix is the contrary of, „dostępny” of „niedostępny”; nothing if it has none."""
    for prefix in PREFIXES[language]:
        rest = word.removeprefix(prefix).lstrip("-")
        if rest != word and len(rest) >= _SHORTEST:
            return rest
    return ""
