"""The words that deny, forbid or leave out, and the idioms in which they do not."""

import re
from typing import Final

from translation.facts.kinds import Language
from translation.facts.word_tables import by_beginning, named, words

NOT: Final = "not"
FREE: Final = "free"
# Families of loose negations
BOUND, EXCEPT, UNLESS, LACK, PREFIX, OTHER, JOINED = (
    *("bound", "except", "unless", "lack", "prefix", "other", "joined"),
)
# What a negation denies, with the word for it
DENIES: Final = "denies"
MODAL: Final = "modal"
BEFORE: Final = "before"
# These two stand for no other negation, but not for each other either
ONLY, NOT_ONLY = "only", "not only"


# Polish

CONCORD: Final = words("""
    nikt nikogo nikomu nikim nic niczego niczemu nigdy nigdzie ani wcale bynajmniej żaden żadna żadne żadnego żadnej
    żadnemu żadną żadnym żadnych żadnymi
""")
# Beginnings of comparatives after „nie”: „nie później niż” is "by", „nie mniej niż” "at least"
LIMITS_PL: Final = (
    *("później", "wcześniej", "więcej", "mniej", "dłuż", "krót", "krócej", "dalej", "bliżej", "wyż", "niż", "więk"),
    *("starsz", "młodsz", "wcześniejsz", "późniejsz", "przekr", "szybciej", "rzadziej", "częściej", "dalsz", "bliższ"),
)
# Beginnings of the word after „nie”, together with which English denies nothing at least as often
IDIOMS_PL: Final = named("""
    other wiadomo sposób lada zabrak mogło minął minęł upłyn zapom zwleka wahaj czekaj ustaj dość bez byle mał
    except licząc
""")
# Words after „nie” that together deny nothing
UNDENIED_PL: Final = frozenset({("da", "się", "ukryć"), ("da", "się", "zaprzeczyć"), ("sposób", "nie", "zauważyć")})
WHOLE_PL: Final = named("""
    except oprócz poza wyjątkiem wyłączeniem wyjąwszy pominięciem
    only tylko jedynie wyłącznie zaledwie raptem
    free darmo gratis
    other zero zamiast dopiero rzadko ledwie trudno przeciwko przeciwnym unikać unikaj niczym odmowa odmowy odmowę
    other wolny wolnego wolne wolnych wolnym wolną wolnej
    other pusty puste dobrowolny dobrowolna dobrowolne dobrowolnie
""")
BEGINNINGS_PL: Final = by_beginning(
    named("""
    lack brakuj zabrak brakow pozbawi
    other odmów odmawi odrzuc zwolnion zwolnien pomija pominą wyłączon wyłącza unieważni wstrzyma zamknięt
    other odwołał odwołano odwołany odwołana odwołać
    other zawiesz utraci ogranicz uniemożliwi wygas rezygn straci traci wycof likwid znosi zniesi uchyl
    other zaniecha zaprzesta przesta anonim zbędn fakultatywn opcjonaln jednogłośn jednomyśln wyczerp sprzeciw najwcześn
    other spoza zepsu czczo
""")
)
FORBIDS_PL: Final = (
    *(
        "zakaz",
        "zabron",
        "wzbron",
        "wykluczon",
        "wyklucza",
        "wykluczen",
        "wykluczy",
        "niedozwolon",
        "niedopuszczaln",
    ),
)
# Before a ban that is only spoken of
BROKEN_PL: Final = ("złam", "łama", "narusz", "przestrzeg", "mimo", "pomimo", "wprowadz", "zniesi")
FREE_PL: Final = ("bezpłatn", "nieodpłatn", "darmow")
# Beginnings of words with nie- or bez- that deny nothing, though English may: „niezwłocznie” is "without delay"
HARDLY_PL: Final = tuple(
    words("""
    bezrob bezustan bezzwł niebawem niedaleko niedal niedawn niedług niegdyś niejed niemal niemał nieopodal nieprzerwan
    nieraz niespodz niestety nieustan niewiel niewąt niespełna niezmienn niezwłoczn niezwyk
""")
)
# Those that never do
NOT_DENYING_PL: Final = tuple(
    words("""
    niedziel niech niektór nieco nieruchomo niepełnospr niepodleg niemiec niemc niebo nieba niebie niebieś niezbędn
    niepokoj niemow nieś niepubl nienaruszal nierdzew niesam nieodzown niesie niezapomn nieoceni niestrudz nieodłączn
    bezpiecz bezpośr bezwzgl bezzał bezdom bezcen bezprzewod bezapel bezintere
""")
)
WITHOUT_IDIOMS_PL: Final = ("względu", "zmian", "przerw", "wątpienia", "barier", "wyjątku", "ogranicz", "trudu")

# English

HARD_EN: Final = words("""
    not cannot never nobody nothing nowhere none neither without nor no
""")
LIMITS_EN: Final = words("""
    later earlier more less fewer longer shorter further higher lower older younger greater larger smaller exceeding
    exceed exceeds sooner before after bigger above below under over beyond until
""")
NO_IDIOMS_EN: Final = frozenset({"doubt", "matter", "wonder"})
# What says that there is nothing left
LACKING_EN: Final = frozenset(
    {
        ("sold", "out"),
        ("been", "taken"),
        ("run", "out"),
        ("ran", "out"),
        ("fully", "booked"),
        ("cut", "off"),
        ("turned", "off"),
        ("switched", "off"),
    }
)
FREE_OF_EN: Final = frozenset({"charge", "charges", "cost", "fee", "fees", "payment"})
NOT_IDIOMS_EN: Final = frozenset({"least", "simply", "hesitate", "forget", "mention", "miss", "wait", "delay"})
WHOLE_EN: Final = named("""
    except except excepting apart besides excluding outside
    unless unless
    only only solely exclusively merely
    lack lack lacks lacking absence missing shortage failing absent
    free free gratis complimentary freephone freepost tollfree
    other fail fails failed refuse refused refusal refuses reject rejected exempt exempted exemption void closed
    other zero cancelled suspended withheld hardly rarely seldom barely avoid instead otherwise rather against remember
    other vacant waived yet regardless irrespective omitted omit disregarded restricted empty
    other prevent prevents prevented preventing refrain refrained refrains refraining
    other impossible gone optional optionally voluntary
""")
# Words that "un" only begins, and does not deny
NOT_DENYING_EN: Final = ("under", "undo", "unit", "unif", "uniq", "univ", "unio", "until", "unveil", "undert", "unles")
# "The water will be off", "prevented some from sending", „wyłączony z ruchu”
NAMES_WHAT_IT_DENIES: Final = ("off", "prevent", "refrain", "wyłączon", "wykluczon")
# They deny the verb after them
FAILS_EN: Final = ("fail", "unable")
FORBIDS_EN: Final = words("""
    prohibited prohibits prohibit prohibition forbidden forbid forbids ban banned bans excluded excludes exclude
    exclusion barred disqualified ineligible disallowed
""")
DENYING_EN: Final = words("""
    unable unavailable unchanged unlimited unpaid unlike unlikely unlawful unused unsigned unnecessary unsuccessful
    unfinished unclear unsafe unknown unfit undated unauthorised unauthorized unaffected unoccupied uninhabited
    unfortunately unresolved incomplete incorrect inactive inaccessible invalid independent independently informal
    insufficient inadmissible inappropriate indefinite indefinitely inconsistent indirect impassable irregular
    irrelevant irrevocable illegal illegible disregard discontinued disconnected unpublished unprocessed unconfirmed
    unfounded unjustified unpaved unsealed unread untouched unopened unsold undelivered unsuitable unregistered
    unrelated uninsured untreated unreliable unheated ineffective inoperative inability untimely unqualified
    uncertain unsolicited nonexistent nonpayment unmarked unlit undeveloped unrestricted uninterrupted unforeseen
    unexpected unusual unequal unfair unguarded unsupervised unfurnished unlicensed uncovered unsorted uncollected
    unanswered
""")

# What a loose one denies that has no prefix: words of the same language that it is the contrary of
CONTRARIES_PL: Final[dict[str, str]] = named("""
    otwarty zamknięt nieczynn
    odbyć odwołan
    przyjęty odrzuc odmów odmawi odmow
    dozwolony zakaz
    popierać sprzeciw
    obowiązkowy dobrowoln fakultatywn opcjonaln
    włączony wyłącz
    płatny zwolnion zwolnien
    jeść czczo
""")
CONTRARIES_EN: Final[dict[str, str]] = named("""
    open closed shut
    held cancelled
    accepted rejected reject rejects refused refuse refuses declined
    permitted prohibited forbidden banned
    compulsory optional voluntary
    included excluded excludes exclude excluding
    payable exempt exempted
""")
# What is not if a thing is free
CHARGED: Final[dict[Language, str]] = {"pl": "opłata", "en": "charge"}
# Beginnings of the words for what is not free of charge
PAID_PL, PAID_EN = ("płatn", "odpłatn"), ("paid", "pay", "charg")
INCLUDING: Final[dict[Language, re.Pattern[str]]] = {
    "pl": re.compile(r"\b(?:łącznie z|włącznie|w tym|wraz z|także|również)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:including|includes?|included|inclusive|as well as|along with)\b", re.IGNORECASE),
}
# A limit that is not denied, and what says a denied one without a negation
PLAIN_LIMIT: Final[dict[Language, re.Pattern[str]]] = {
    "pl": re.compile(
        r"\b(?:później|wcześniej|więcej|mniej|dłuż\w+|krót\w+|wyższ\w+|niższ\w+|większ\w+|mniejsz\w+|starsz\w+|młodsz\w+)"
        r" niż\b|\bprzekr\w+"
    ),
    "en": re.compile(
        r"\b(?:more|less|fewer|later|earlier|longer|shorter|higher|lower|greater|larger|smaller|older|younger) than\b"
        r"|\bexceed\w*"
    ),
}
LIMIT_WITHOUT_NEGATION: Final[dict[Language, re.Pattern[str]]] = {
    "pl": re.compile(r"\b(?:(?:co )?naj(?:mniej|wyżej|później|wcześniej)|maksym\w+|minim\w+|przynajmniej|do)\b"),
    "en": re.compile(r"\b(?:at least|at most|up to|maximum|minimum|within|by|at the latest)\b"),
}
# Before and after a time
BEFORE_A_TIME: Final[dict[Language, re.Pattern[str]]] = {
    "pl": re.compile(r"\bprzed(?: \w+)? \d", re.IGNORECASE),
    "en": re.compile(r"\bbefore\b", re.IGNORECASE),
}
AFTER_A_TIME: Final[dict[Language, re.Pattern[str]]] = {
    "pl": re.compile(r"\b(?:po|dopiero|najwcześniej)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:after|only|once|earliest)\b", re.IGNORECASE),
}
