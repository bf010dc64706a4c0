"""The tokens of one text while facts are taken out of them, one kind after the other."""

from typing import Final

from translation.facts.kinds import Fact, FactKind, Language, Value
from translation.facts.tokens import Quantity, Token

DASHES: Final = frozenset("–—-−‑")
# Between the ends of a range, and between the members of a list
RANGE_WORDS: Final[dict[Language, frozenset[str]]] = {
    "pl": DASHES | {"do", "a"},
    "en": DASHES | {"to", "until", "till", "through", "and"},
}
LIST_WORDS: Final[dict[Language, frozenset[str]]] = {
    "pl": frozenset({",", "i", "oraz", "lub", "albo", "bądź", "ani", "/"}),
    "en": frozenset({",", "and", "or", "&", "/", "nor"}),
}


class Row:
    """Tokens with their text; a token that belongs to a fact is taken and is not read again.

    Attributes:
        text: all of it.
        tokens: in its order.
        language: of the text.
    """

    def __init__(self, text: str, tokens: list[Token], language: Language) -> None:
        self.text = text
        self.tokens = tokens
        self.language = language
        self._facts: list[Fact] = []
        self._dropped: set[int] = set()
        self.joints = RANGE_WORDS[language] | LIST_WORDS[language]

    def at(self, position: int) -> Token | None:
        """Return the token there, or None beyond either end."""
        return self.tokens[position] if 0 <= position < len(self.tokens) else None

    def low(self, position: int) -> str:
        """Return the small letters of a token that is not taken, else an empty text."""
        if not 0 <= position < len(self.tokens):  # not by `at`: nothing is asked more often
            return ""
        token = self.tokens[position]
        return token.low if token.fact is None else ""

    def quantity(self, position: int) -> Quantity | None:
        """Return the number there, if it is not taken."""
        if not 0 <= position < len(self.tokens):
            return None
        token = self.tokens[position]
        return token.quantity if token.fact is None else None

    def fact(self, position: int) -> Fact | None:
        """Return the fact that took the token there."""
        token = self.at(position)
        return token.fact if token is not None else None

    def is_joint(self, position: int) -> bool:
        """Whether a word or sign of a range or a list stands there."""
        return self.low(position) in self.joints

    def is_range(self, position: int) -> bool:
        """Whether a word or sign of a range stands there."""
        return self.low(position) in RANGE_WORDS[self.language]

    def starts_sentence(self, position: int) -> bool:
        """Whether the token begins a sentence, as far as signs tell."""
        before = self.at(position - 1)
        return before is None or (before.fact is None and before.text in SENTENCE_STARTS)

    def take(
        self,
        kind: FactKind,
        value: Value,
        first: int,
        last: int,
        loose: bool = False,
        also: tuple[tuple[FactKind, Value], ...] = (),
    ) -> Fact:
        """Record a fact made of the tokens from the first to the last."""
        start, end = self.tokens[first].start, self.tokens[last].end
        if first == last and (quantity := self.tokens[first].quantity) is not None:
            end = quantity.end
        fact = Fact(kind, value, self.text[start:end], start, end, loose, also)
        for position in range(first, last + 1):
            self.tokens[position].fact = fact
        self._facts.append(fact)
        return fact

    def add(self, fact: Fact) -> None:
        """Record a fact."""
        self._facts.append(fact)

    def drop(self, fact: Fact) -> None:
        """Take a fact back, since it is a part of another one."""
        self._dropped.add(id(fact))

    def facts(self) -> list[Fact]:
        """Return what was found, in the order of the text."""
        kept = (fact for fact in self._facts if id(fact) not in self._dropped)
        return sorted(kept, key=lambda fact: (fact.start, fact.end))


SENTENCE_STARTS: Final = frozenset('.!?:;•*„“”"«»–—(…|')
