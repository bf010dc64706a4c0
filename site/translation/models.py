"""What the site knows of the two languages of a page."""

from translation.machine.models import MachineText
from translation.memory.models import MemoryEntry, MemoryKey, MemoryUnit, MemoryUse
from translation.merging.models import Leftover, MergedStructure
from translation.requests.models import TranslationRequest
from translation.terms.models import Glossary, SearchedText, Term, TermUse
from translation.truth.models import (
    AcceptedDifference,
    PublishedText,
    SameInEnglish,
    SettledSegment,
    Statement,
    TranslationState,
    english_in_place,
    english_of,
)
from translation.votes.models import CountedVoter, DailySalt, TranslationVotes

__all__ = [
    "AcceptedDifference",
    "CountedVoter",
    "DailySalt",
    "Glossary",
    "Leftover",
    "MachineText",
    "MemoryEntry",
    "MemoryKey",
    "MemoryUnit",
    "MemoryUse",
    "MergedStructure",
    "PublishedText",
    "SameInEnglish",
    "SearchedText",
    "SettledSegment",
    "Statement",
    "Term",
    "TermUse",
    "TranslationRequest",
    "TranslationState",
    "TranslationVotes",
    "english_in_place",
    "english_of",
]
