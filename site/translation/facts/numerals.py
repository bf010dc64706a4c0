"""Numbers in a row of tokens: digits, words, both together, Roman numerals."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from translation.facts import english_numbers, polish_numbers
from translation.facts.composed_numbers import composed
from translation.facts.digits import quantity_of, roman
from translation.facts.kinds import Language, Magnitude
from translation.facts.number_phrases import PHRASES
from translation.facts.number_words import Role, Word
from translation.facts.tokens import Quantity, Token
from translation.facts.unit_words import ENGLISH as UNIT_WORDS

WORDS: Final = {"pl": polish_numbers.WORDS, "en": english_numbers.WORDS}
DENOMINATORS: Final = {"pl": polish_numbers.DENOMINATORS, "en": english_numbers.DENOMINATORS}
SINGULAR_SCALES: Final = {"pl": polish_numbers.SINGULAR_SCALES, "en": english_numbers.SINGULAR_SCALES}
VAGUE: Final = {"pl": polish_numbers.VAGUE, "en": english_numbers.VAGUE}
_SIGNS: Final = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
}
_MAY_BE_ATTACHED: Final = frozenset({"pln", "eur", "usd", "gbp", "chf", "zł", "nr", "no"})
_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_RANKS: Final = {Role.UNIT: 1, Role.TEEN: 1, Role.TEN: 2, Role.HUNDRED: 3}
# What „I” and "I" number, when it could be a conjunction or a pronoun: beginnings of the word after or before it
_NUMBERED_PL: Final = (
    *("edycj", "etap", "nab", "tur", "sesj", "kwart", "półrocz", "miejsc", "nagrod", "stop", "lig", "termin", "częś"),
    *(
        "grup",
        "połow",
        "forum",
        "kongres",
        "zjazd",
        "konferencj",
        "przetarg",
        "wojn",
        "zebran",
        "rund",
        "faz",
        "prioryt",
    ),
    *("oś", "osi", "klas", "kategor", "kadencj", "piętr", "instancj", "rozbi", "wiek", "semestr", "posiedz", "zmian"),
)
_NUMBERED_EN: Final = frozenset(
    {
        *("stage", "phase", "part", "volume", "chapter", "priority", "axis", "annex", "class", "category", "level"),
        *("section", "article", "title", "type", "appendix", "war", "schedule", "module", "lot", "group", "round"),
        *("edition", "call", "session", "quarter", "degree", "paul", "book", "step", "grade", "task", "measure"),
    }
)
SENTENCE_ENDS: Final = frozenset('.!?:;–—-•*„"“(…')


def read_numbers(tokens: list[Token], language: Language) -> list[Token]:
    """Return the tokens with each number in one token that has a quantity."""
    return _Reader(tokens, language).read()


class _Reader:
    """Reads a row of tokens from left to right; every token is looked at a bounded number of times."""

    def __init__(self, tokens: list[Token], language: Language) -> None:
        self.tokens = tokens
        self.language = language
        self.words: dict[str, Word] = WORDS[language]
        self.done: list[Token] = []

    def read(self) -> list[Token]:
        position = 0
        while position < len(self.tokens):
            token = self.tokens[position]
            found: tuple[Quantity, int] | None = None
            if token.fact is None:
                reader = self._reader_of(token)
                found = reader(position) if reader else None
            if found is None:
                self.done.append(token)
                position += 1
                continue
            quantity, position = found
            joined = Token("", quantity.start, quantity.end, token.gap)
            joined.text = joined.low = token.text
            joined.quantity = quantity
            self.done.append(joined)
        return self.done

    def _reader_of(self, token: Token) -> Callable[[int], tuple[Quantity, int] | None] | None:
        if token.low in PHRASES[self.language]:
            return self._phrase
        first = token.text[0]
        if first.isdecimal():
            return self._joined
        if token.low in self.words:
            return self._joined
        if first in "IVXLC" and token.text.isupper():
            return self._roman
        if self.language == "pl" and len(token.low) > 5:
            return self._composed
        return self._sign if first in _SIGNS else None

    def _at(self, position: int) -> Token | None:
        return self.tokens[position] if 0 <= position < len(self.tokens) else None

    def _low(self, position: int) -> str:
        token = self._at(position)
        return token.low if token is not None and token.fact is None else ""

    # Numbers made of several tokens

    def _joined(self, position: int) -> tuple[Quantity, int] | None:
        first = self.tokens[position]
        total: Magnitude = 0
        largest = 0
        end = position
        smallest_scale = 10**15
        parts: list[Quantity] = []
        if (alone := self._scale_alone(position)) is not None:
            part, end = alone
            total, largest, smallest_scale = part.value, part.scale, part.scale
            parts.append(part)
        while (small := self._small(end)) is not None:
            part, after = small
            scale, after = self._scale(after)
            if scale >= smallest_scale or (parts and not self._goes_on(part, scale, parts[-1], end)):
                break
            if part.value == 0 and parts:
                break
            total += part.value * scale
            largest = max(largest, scale)
            parts.append(part)
            end = after
            if scale == 1 or part.ordinal or (part.loose and not part.words):
                break
            smallest_scale = scale
            if self._low(end) == "and" and self._low(end + 1) in self.words:
                end += 1
        if not parts:
            return None
        last = self.tokens[end - 1]
        if last.low == "and":
            end -= 1
            last = self.tokens[end - 1]
        one = parts[0]
        if one.unit:
            return one, end
        loose = len(parts) == 1 and largest == 1 and one.loose
        quantity = Quantity(
            total,
            first.start,
            last.end,
            scale=largest,
            ordinal=parts[-1].ordinal,
            words=one.words,
            loose=loose,
            dotted=one.dotted if largest == 1 else None,
            plain=one.plain and largest == 1,
            also=one.also,
        )
        return quantity, end

    def _goes_on(self, part: Quantity, scale: int, before: Quantity, position: int) -> bool:
        """Whether „300 tys.” goes on after „2 mln”: words after words, digits with a scale or after „12 tysięcy”."""
        if part.words:
            return before.words
        after_a_word = self.language == "pl" and self._low(position - 1) in self.words
        return scale > 1 or (after_a_word and part.plain and 100 <= part.value < 1_000)

    def _small(self, position: int) -> tuple[Quantity, int] | None:
        """Read digits, or words below a thousand, with "and a half" after them."""
        token = self._at(position)
        if token is None or token.fact is not None:
            return None
        if token.text[0].isdecimal():
            return self._digits(position)
        word = self.words.get(token.low)
        if word is None or word.role == Role.SCALE:
            return None
        if word.role == Role.WHOLE:
            if self._low(position - 1) in VAGUE[self.language]:
                return None
            before = self._low(position - 2 if self._low(position - 1) == "a" else position - 1)
            loose = word.loose or self._low(position + 1) == "or" or before in english_numbers.ABOUT
            return Quantity(word.value, token.start, token.end, words=True, loose=loose), position + 1
        if token.low == "quarter" and self._unit_and_a_half(position) == "hour":
            return Quantity(15, token.start, token.end, words=True, unit="minute"), position + 1
        if token.low == "half" and (unit := self._unit_and_a_half(position)):
            return Quantity(Fraction(3, 2), token.start, token.end, words=True, unit=unit), position + 1
        if word.role in (Role.HALF, Role.QUARTER):
            value = Fraction(word.value, 2 if word.role == Role.HALF else 4)
            after = position + 1
            if self._low(after) == "of" and self._low(after + 1) == "a" and self._is_scale(after + 2):
                after += 2
            elif self._low(after) in ("a", "an") and self._is_scale(after + 1):
                after += 1
            return Quantity(value, token.start, token.end, words=True, loose=word.loose), after
        return self._below_a_thousand(position)

    def _digits(self, position: int) -> tuple[Quantity, int] | None:
        token = self.tokens[position]
        before = self._at(position - 1)
        attached = not token.gap and before is not None and before.is_word
        if attached and self._low(position - 1) not in _MAY_BE_ATTACHED:
            return None
        quantity = quantity_of(token.text, self.language, token.start)
        if quantity is None:
            return None
        after = position + 1
        ending = self._at(after)
        if ending is None or ending.fact is not None:
            return quantity, after
        if self.language == "en" and not ending.gap and ending.low in _ORDINAL_ENDINGS:
            return Quantity(quantity.value, token.start, ending.end, ordinal=True, plain=True), after + 1
        if self.language == "pl" and ending.text == "-" and self._low(after + 1) in polish_numbers.ORDINAL_ENDINGS:
            end = self.tokens[after + 1]
            if not ending.gap and not end.gap:
                return Quantity(quantity.value, token.start, end.end, ordinal=True, plain=True), after + 2
        if ending.text == "/" and not ending.gap and quantity.plain:
            return self._over(position, quantity)
        if ending.text in _SIGNS and quantity.plain:
            return Quantity(quantity.value + _SIGNS[ending.text], token.start, ending.end), after + 1
        if self._is_and_a_half(after):
            length = 2 if self.language == "pl" else 3
            return Quantity(quantity.value + Fraction(1, 2), token.start, self.tokens[after + length - 1].end), (
                after + length
            )
        return quantity, after

    def _over(self, position: int, above: Quantity) -> tuple[Quantity, int]:
        """Read „2/3”; what has another number after the bar, such as „24/7”, stays as it is."""
        below = self._at(position + 2)
        if below is None or below.gap or not below.text.isdecimal() or len(below.text) > 2:
            return above, position + 1
        number = int(below.text)
        if not 0 < above.value < number <= 12 or len(self.tokens[position].text) > 2:
            return above, position + 1
        return Quantity(Fraction(int(above.value), number), above.start, below.end), position + 3

    def _below_a_thousand(self, position: int) -> tuple[Quantity, int] | None:
        start = position
        value = 0
        rank = 4
        ordinal = loose = False
        while (word := self.words.get(self._low(position))) is not None and word.role in _RANKS:
            if ordinal and not word.ordinal:
                break
            role = _RANKS[word.role]
            if word.role == Role.HUNDRED and self.language == "en" and 0 < value < 100 and rank < 4:
                value *= 100
                rank = 3
            elif role < rank and not (word.role == Role.TEEN and rank == 2) and not (rank < 4 and word.value == 0):
                if self._is_vague_hundred(word, value, position):
                    break
                value += word.value
                rank = role
            else:
                break
            ordinal = word.ordinal
            loose = word.loose
            position += 1
            if rank == 1 and not (self.language == "en" and self._low(position) == "hundred"):
                break
            position = self._over_a_joint(position, rank)
        if position == start:
            return None
        if self.tokens[position - 1].text in ("-", "and"):
            position -= 1
        last = self.tokens[position - 1]
        quantity = Quantity(
            value, self.tokens[start].start, last.end, ordinal=ordinal, words=True, loose=loose and value < 3
        )
        return self._with_a_fraction(quantity, start, position)

    def _is_vague_hundred(self, word: Word, value: int, position: int) -> bool:
        """Whether it is the "hundred" of "several hundred"."""
        alone = word.role == Role.HUNDRED and self.language == "en" and not value
        return alone and self._low(position - 1) not in ("a", "one")

    def _over_a_joint(self, position: int, rank: int) -> int:
        """Step over the hyphen of "twenty-five" and the "and" of "a hundred and five"."""
        token, after = self._at(position), self._at(position + 1)
        if self.language == "pl" or token is None or after is None:
            return position
        word = self.words.get(after.low)
        if word is None or word.role not in _RANKS or _RANKS[word.role] >= rank:
            return position
        if token.text == "-" and not token.gap and not after.gap and rank == 2:
            return position + 1
        return position + 1 if token.low == "and" and rank == 3 else position

    def _with_a_fraction(self, whole: Quantity, start: int, position: int) -> tuple[Quantity, int]:
        if self._is_and_a_half(position):
            length = 2 if self.language == "pl" else 3
            end = self.tokens[position + length - 1].end
            return Quantity(whole.value + Fraction(1, 2), whole.start, end, words=True), position + length
        below = position + 1 if self.language == "en" and self._low(position) == "-" else position
        number = DENOMINATORS[self.language].get(self._low(below), 0)
        if number and not whole.ordinal and 0 < whole.value < number:
            end = self.tokens[below].end
            return Quantity(Fraction(int(whole.value), number), whole.start, end, words=True), below + 1
        if self.language == "pl" and whole.ordinal and whole.value > 1 and self._low(start - 1) == "co":
            # „co trzeci” is "one in three", and "a third"
            return replace(whole, also=(Fraction(1, int(whole.value)),)), position
        number = DENOMINATORS["en"].get(self._low(start), 0) if self.language == "en" else 0
        if whole.ordinal and number and position == start + 1 and self._low(start - 1) == "a":
            part = Fraction(1, number)
            if self._low(position) in ("of", "more", "less"):
                return Quantity(part, whole.start, whole.end, words=True), position
            return Quantity(whole.value, whole.start, whole.end, ordinal=True, words=True, also=(part,)), position
        return whole, position

    def _unit_and_a_half(self, position: int) -> str:
        """Return the unit of "a year and a half", of which this is the half."""
        lows = [self._low(position - back) for back in (4, 3, 2, 1)]
        return UNIT_WORDS.get(lows[1], "") if lows[0] in ("a", "an", "one") and lows[2:] == ["and", "a"] else ""

    def _is_and_a_half(self, position: int) -> bool:
        if self.language == "pl":
            return self._low(position) == "i" and self._low(position + 1) == "pół"
        return [self._low(position + each) for each in range(3)] == ["and", "a", "half"]

    # Scales

    def _is_scale(self, position: int) -> bool:
        word = self.words.get(self._low(position))
        return word is not None and (word.role == Role.SCALE or self._low(position) in ("hundred", "dozen"))

    def _scale(self, position: int) -> tuple[int, int]:
        """Read what multiplies, with the full stop of its abbreviation; return 1 if nothing does."""
        word = self.words.get(self._low(position))
        if word is None or not self._is_scale(position) or word.ordinal:
            hyphen = self._at(position)
            if hyphen is not None and hyphen.text == "-" and not hyphen.gap and self._is_scale(position + 1):
                return self._scale(position + 1)
            return 1, position
        after = self._at(position + 1)
        if after is not None and after.text == "." and not after.gap and self._low(position) in ("tys", "mln", "mld"):
            return word.value, position + 2
        return word.value, position + 1

    def _scale_alone(self, position: int) -> tuple[Quantity, int] | None:
        """Read „tysiąc” and "a million"; the plural without a number says none."""
        token = self.tokens[position]
        word = self.words.get(token.low)
        if word is None or word.role != Role.SCALE or token.low not in SINGULAR_SCALES[self.language]:
            return None
        if self.language == "en" and self._low(position - 1) not in ("a", "one"):
            return None
        value = word.value
        return Quantity(value, token.start, token.end, scale=value, words=True), position + 1

    # Single tokens and phrases

    def _phrase(self, position: int) -> tuple[Quantity, int] | None:
        """Read what counts without a number word: „całą dobę”, "fortnight"."""
        token = self.tokens[position]
        counted = bool(self.done) and self.done[-1].quantity is not None
        for phrase in PHRASES[self.language][token.low]:
            if counted and phrase.unit == "year":
                continue  # „dwie dekady”
            end = position + 1 + len(phrase.after)
            if phrase.after == tuple(self._low(place) for place in range(position + 1, end)):
                last = self.tokens[end - 1]
                return Quantity(
                    phrase.value, token.start, last.end, words=True, loose=phrase.loose, unit=phrase.unit
                ), end
        return self._joined(position) if token.low in self.words else None

    def _sign(self, position: int) -> tuple[Quantity, int] | None:
        token = self.tokens[position]
        value = _SIGNS.get(token.text)
        return (Quantity(value, token.start, token.end), position + 1) if value is not None else None

    def _roman(self, position: int) -> tuple[Quantity, int] | None:
        token = self.tokens[position]
        value = roman(token.text)
        if not value or (len(token.text) == 1 and not self._is_numbered(position)):
            return None
        return Quantity(value, token.start, token.end, ordinal=True, roman=True), position + 1

    def _is_numbered(self, position: int) -> bool:
        token, before, after = self.tokens[position], self._at(position - 1), self._at(position + 1)
        if self.language == "en":
            return (before is not None and before.low in _NUMBERED_EN) or (token.text == "X" and after is not None)
        if after is not None and after.low.startswith(_NUMBERED_PL):
            return True
        return before is not None and before.text not in SENTENCE_ENDS and not (after and after.text == ".")

    def _composed(self, position: int) -> tuple[Quantity, int] | None:
        quantity = composed(self.tokens[position])
        return (quantity, position + 1) if quantity is not None else None
