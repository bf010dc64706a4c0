"""The words by which a clause tells what it denies and what it affirms."""

from typing import Final

from translation.facts.kinds import Language
from translation.facts.word_tables import words

# What says no more than that something is, may or must be: the word that follows or goes before says what
LIGHT: Final[dict[Language, frozenset[str]]] = {
    "pl": words("""
        jest są być był była było były będzie będą będziemy byli zostać został została zostało zostały zostanie zostaną
        się to go ich ją je jej jego im nim nimi mu tego tej tych ten ta te tym ma mają mieć miał miała miały można może
        mogą możemy musi muszą musimy wolno należy trzeba powinien powinna powinno powinny powinni prosimy proszę by aby
        już jeszcze też także również nadal dotąd dotychczas tylko w we z ze na do od o u po za przez przed pod nad dla
        i a ani lub więc żadnych żadnego żadnej żadne żaden żadna nic nikt nikogo niczego nigdy które która który
                wówczas wtedy tu tam jednak zatem ponadto kolejny         chodzi wchodzi
    """),
    "en": words("""
        be been being is are was were am has have had having do does did done to a an the any of in on at by for from
        with into it its this that these those there they them their we us our you your he she his her i my who which
        will would shall should can could may might must need yet also already even so as and or either all more other
        under over out up off than if when such same very too subject get got
    """),
}
# Verbs that say little by themselves: what they have as their object is asked for too
SEMI_LIGHT: Final = (
    *("podleg", "uleg", "stanowi", "dokon", "prowadz", "znajduj", "przysług", "przewid", "planuj", "przeznacz"),
    *(
        "wyraz",
        "wyraż",
        "podj",
        "podejm",
        "wnosz",
        "wnies",
        "wniós",
        "wnios",
        "ponos",
        "ponie",
        "budzi",
        "zapad",
        "zaszł",
        "zapewni",
    ),
    *("carr", "provid"),
)
# Those of the light words that say that something must or may be
MODALS: Final[dict[Language, frozenset[str]]] = {
    "pl": words("musi muszą musimy trzeba należy powinien powinna powinno powinny można może mogą możemy wolno"),
    "en": words("must need should have can may could might cannot"),
}
# What ends the reach of a negation without a sign
CONTRASTS: Final = words("ale lecz natomiast jednak but while whereas although though if unless until because so")
DENIES: Final[dict[Language, frozenset[str]]] = {
    "pl": words("""
        nie bez beze brak braku zero nikt nikogo nic niczego nigdy żaden żadna żadne żadnego żadnej żadnych ani zakaz
        oprócz wyjątkiem zakazu zamiast rzadko ledwie trudno uniknąć
    """),
    "en": words("""
        not no zero never without nobody none nothing neither nor cannot except fail fails failed failure refuse refused
        refuses prohibited forbidden banned ban unable instead rather missing lack lacks lacking absence beyond spared
        avoid avoids avoided prevent prevents prevented deny denied decline declined waive waived exempt exempted forgo
        skip skips skipped miss misses missed cease ceases ceased lapse lapsed stopped hardly
        barely rarely seldom scarcely impossible
    """),
}
DENYING_PAIRS: Final = frozenset({("free", "of"), ("free", "from"), ("out", "of")})
# "Consent has yet to be given": what stands before is denied too
TO_COME: Final = frozenset({("yet", "to"), ("still", "to")})
# These deny the next few words alone
EXCEPTING: Final = words("without except missing lack lacks lacking absence bez beze oprócz wyjątkiem")
# "Those who are not members may": what begins so is not denied any more
VERBS_ANEW: Final = words("can may will must should is are")
# After a negation: what makes it deny nothing
UNDENIED: Final = words("tylko jedynie only just merely")
LIMITS: Final = words("""
    później wcześniej więcej mniej dłużej krócej wyższa niższa wyższy niższy later earlier more less fewer longer
    shorter higher lower exceed exceeding
""")
# Beginnings of words that deny what stands before them
AFTER_THEIR_OBJECT: Final = (
    *("prohibited", "forbidden", "banned", "excluded", "disallowed", "ineligible", "barred", "disqualified"),
    *("zabronion", "wzbronion", "zakazan", "niedozwolon", "niedopuszczaln", "wykluczon"),
)
# They deny all of a list that follows: "no dogs and cats"
LISTED: Final = words("no without bez beze brak braku zakaz zakazu ani nor neither")
# They deny things, of which more words tell
OF_THINGS: Final = words("""
    no none nobody nothing neither without nor bez beze brak braku zakaz zakazu ani nikt nikogo nic niczego żaden żadna
    żadne żadnego żadnej
""")
