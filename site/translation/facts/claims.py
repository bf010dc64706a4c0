"""What two texts claim, while counterparts are taken out of it."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from translation.facts.kinds import Fact, FactKind, Value
from translation.facts.limits import LIMITS


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A fact and where it stands.

    Attributes:
        fact: what is claimed.
        where: what the caller knows the segment by.
        near: the number of its segment and sentence, if both texts have as many; else None.
    """

    fact: Fact
    where: Hashable = None
    near: Hashable = None


Keys = Callable[[Fact], Iterable[Hashable]]


@dataclass
class Sides:
    """The claims of two texts that are still without a counterpart, and what each text says at all."""

    left: list[Claim]
    right: list[Claim]
    all_left: list[Fact] = field(default_factory=list)
    all_right: list[Fact] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.all_left = self.all_left or [claim.fact for claim in self.left]
        self.all_right = self.all_right or [claim.fact for claim in self.right]

    def match_limited(self, left_keys: Keys, right_keys: Keys | None = None) -> None:
        """Take out the claims that share a key; the least that is meant is no counterpart of the most."""
        self.match(_with_limit(left_keys), _with_limit(right_keys or left_keys))

    def match(self, left_keys: Keys, right_keys: Keys | None = None) -> None:
        """Take out the claims that share a key, one for one, those that must have a counterpart first."""
        waiting: dict[Hashable, deque[Claim]] = defaultdict(deque)
        right_keys = right_keys or left_keys
        for claim in sorted(self.right, key=_is_loose):
            for key in right_keys(claim.fact):
                waiting[key].append(claim)
        if not waiting:
            return
        gone: set[int] = set()
        for claim in sorted(self.left, key=_is_loose):
            for key in left_keys(claim.fact):
                row = waiting.get(key)
                while row and id(row[0]) in gone:
                    row.popleft()
                if row:
                    gone.update((id(claim), id(row.popleft())))
                    break
        if gone:
            self.left = [claim for claim in self.left if id(claim) not in gone]
            self.right = [claim for claim in self.right if id(claim) not in gone]


def _with_limit(keys: Keys) -> Keys:
    """Return keys that are shared if the keys are, and if the limits are not contrary."""

    def limited(fact: Fact) -> Iterable[Hashable]:
        return [(key, limit) for key in keys(fact) for limit in limits_of(fact)]

    return limited


def limits_of(fact: Fact) -> tuple[str, ...]:
    """Return the limits that a fact may have: its own, or any."""
    return (fact.limit,) if fact.limit else ("", *LIMITS)


def _is_loose(claim: Claim) -> bool:
    return claim.fact.loose


def is_date(fact: Fact) -> bool:
    """Whether it is a date, or a part of one, and no period or day of the week."""
    return fact.kind == FactKind.DATE and len(fact.value) == 3


def is_single_unit(fact: Fact) -> bool:
    """Whether it is a unit that stands for one of it: „w ciągu tygodnia”, "annual"."""
    return fact.loose and fact.kind == FactKind.NUMBER and fact.value[0] == 1 and fact.value[-1] != ""


def magnitude(value: Value) -> Fraction | None:
    """Return the number in a value, if it is one."""
    first = value[0]
    return Fraction(first) if isinstance(first, int | Fraction) else None
