"""All checks, in the order in which their findings are shown."""

from checks.base import Check
from checks.files import FileDetails, FileTitle, UntaggedPdf
from checks.headings import SkippedHeading
from checks.images import EmptyAlternativeText, MissingAlternativeText
from checks.lead import LongLead
from checks.links import DeadLink, UnclearLinkText
from checks.numbers import AccountNumber, PersonalNumber
from checks.tables import TableWithoutHeader
from checks.text import Capitals, PlaceholderText
from checks.translation import FactsDiffer, LeftInPolish, OtherTerms
from checks.videos import LateCaptions, MissingCaptions

CHECKS: tuple[Check, ...] = (
    PersonalNumber(),
    AccountNumber(),
    FactsDiffer(),
    PlaceholderText(),
    MissingAlternativeText(),
    EmptyAlternativeText(),
    SkippedHeading(),
    DeadLink(),
    UnclearLinkText(),
    FileDetails(),
    FileTitle(),
    UntaggedPdf(),
    TableWithoutHeader(),
    MissingCaptions(),
    LateCaptions(),
    Capitals(),
    LongLead(),
    LeftInPolish(),
    OtherTerms(),
)
