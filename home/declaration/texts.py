"""The words of the accessibility statement that the law fixes, in each language.

They are not gettext's: an interface may be reworded, these may not. Where sources disagree, the wording is one constant
of its own. `{...}` are places for a link, a date or a name, which the page marks up.
"""

from dataclasses import dataclass

REQUEST_FORM_URL = (
    "https://www.gov.pl/web/gov/"
    "zloz-wniosek-o-zapewnienie-dostepnosci-cyfrowej-strony-internetowej-lub-aplikacji-mobilnej"
)
OMBUDSMAN_URL = "https://bip.brpo.gov.pl/"

# Sources disagree: some end it with „i jej aktualizacja”.
PREPARATION_PL = "Przygotowanie deklaracji dostępności"
PREPARATION_EN = "Preparation of this accessibility statement"


@dataclass(frozen=True)
class Texts:
    """The statement's fixed words in one language.

    `status` and `kinds` are by the values of `page.Status` and `faults.Kind`, `basis` by those of `page.Basis`.
    A sentence that a date ends has a full stop only where the date, as the language writes it, has none.
    """

    title: str
    slug: str
    opening: str
    scope: str
    published: str
    changed: str
    status_heading: str
    status_sentence: str
    status_because: str
    status: dict[str, str]
    inaccessible_heading: str
    kinds: dict[str, str]
    criterion: str
    planned: str
    assessment: str
    preparation_heading: str
    drawn_up: str
    reviewed: str
    basis: dict[str, str]
    assessor: str
    report: str
    facilities_heading: str
    shortcuts_heading: str
    contact_heading: str
    contact: str
    email: str
    phone: str
    procedure_heading: str
    procedure_who: str
    procedure_what: tuple[str, ...]
    procedure_terms: tuple[str, ...]
    procedure_complaint: str
    procedure_more: str
    request_form: str
    ombudsman: str
    other_heading: str
    apps_heading: str
    architecture_heading: str
    architecture_link: str
    communication_heading: str
    interpreter: str
    no_interpreter: str


POLISH = Texts(
    title="Deklaracja dostępności",
    slug="deklaracja-dostepnosci",
    opening=(
        "{entity} zobowiązuje się zapewnić dostępność swojej {scope} zgodnie z przepisami ustawy z dnia 4 kwietnia "
        "2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych. Deklaracja "
        "dostępności dotyczy strony internetowej {link}."
    ),
    scope="strony internetowej",
    published="Data publikacji strony internetowej: {date}",
    changed="Data ostatniej istotnej aktualizacji: {date}",
    status_heading="Stan dostępności cyfrowej",
    status_sentence=(
        "Strona internetowa jest {status} z załącznikiem do ustawy z dnia 4 kwietnia 2019 r. o dostępności cyfrowej "
        "stron internetowych i aplikacji mobilnych podmiotów publicznych{because}."
    ),
    status_because=" z powodu niezgodności lub wyłączeń wymienionych poniżej",
    status={"full": "w pełni zgodna", "partial": "częściowo zgodna", "none": "niezgodna"},
    inaccessible_heading="Niedostępne treści",
    kinds={
        "fault": "Niezgodność z załącznikiem",
        "exempt": "Treści nieobjęte przepisami",
        "burden": "Nadmierne koszty",
    },
    criterion="kryterium sukcesu WCAG {number}",
    planned="planowany termin naprawy: {date}",
    assessment="Wynik oceny nadmiernych kosztów",
    preparation_heading=PREPARATION_PL,
    drawn_up="Deklarację sporządzono dnia {date}",
    reviewed="Ostatni przegląd deklaracji przeprowadzono dnia {date}",
    basis={
        "self": "Deklarację sporządzono na podstawie samooceny.",
        "audit": "Deklarację sporządzono na podstawie badania przeprowadzonego przez podmiot zewnętrzny.",
        "supplier": "Deklarację sporządzono na podstawie oświadczenia dostawcy strony internetowej.",
    },
    assessor="Ocenę przeprowadził podmiot: {name}.",
    report="Wynik oceny",
    facilities_heading="Udogodnienia, ograniczenia i inne informacje",
    shortcuts_heading="Skróty klawiszowe",
    contact_heading="Informacje zwrotne i dane kontaktowe",
    contact="Za dostępność strony odpowiada {name}.",
    email="E-mail: {link}",
    phone="Telefon: {link}",
    procedure_heading="Obsługa wniosków i skarg związanych z dostępnością",
    procedure_who=(
        "Każdy może zgłosić, że ta strona lub jej element nie jest dostępny cyfrowo, i zażądać zapewnienia "
        "dostępności. W zgłoszeniu trzeba podać:"
    ),
    procedure_what=(
        "swoje dane kontaktowe,",
        "adres strony lub element, który ma być dostępny,",
        "sposób, w jaki mamy się skontaktować,",
        "dogodny dla siebie alternatywny sposób dostępu, jeśli jest potrzebny.",
    ),
    procedure_terms=(
        "Na zgłoszenie odpowiadamy niezwłocznie, najpóźniej w ciągu 7 dni od jego otrzymania.",
        "Jeśli w tym czasie nie możemy zapewnić dostępności, wyjaśniamy dlaczego i podajemy nowy termin, nie dłuższy "
        "niż 2 miesiące od dnia zgłoszenia.",
        "Jeśli zapewnienie dostępności nie jest możliwe, proponujemy alternatywny sposób dostępu do treści.",
    ),
    procedure_complaint=(
        "Jeśli odmówimy zapewnienia dostępności albo zaproponowany alternatywny sposób dostępu nie jest odpowiedni, "
        "można złożyć skargę do zarządu stowarzyszenia, pocztą tradycyjną lub elektroniczną."
    ),
    procedure_more=("Można skorzystać z {form} na portalu gov.pl. O naruszeniu praw można też powiadomić {ombudsman}."),
    request_form="formularza wniosku o zapewnienie dostępności cyfrowej",
    ombudsman="Rzecznika Praw Obywatelskich",
    other_heading="Pozostałe informacje",
    apps_heading="Aplikacje mobilne",
    architecture_heading="Dostępność architektoniczna",
    architecture_link="Opis dostępności architektonicznej siedziby",
    communication_heading="Dostępność komunikacyjno-informacyjna",
    interpreter="Zapewniamy dostęp do tłumacza języka migowego online.",
    no_interpreter="Nie zapewniamy dostępu do tłumacza języka migowego online.",
)

ENGLISH = Texts(
    title="Accessibility statement",
    slug="accessibility-statement",
    opening=(
        "{entity} is committed to making its {scope} accessible in accordance with the Act of 4 April 2019 on the "
        "digital accessibility of websites and mobile applications of public entities. This accessibility statement "
        "applies to the website {link}."
    ),
    scope="website",
    published="The website was published on {date}.",
    changed="It was last changed significantly on {date}.",
    status_heading="Compliance status",
    status_sentence=(
        "This website is {status} with the appendix to the Act of 4 April 2019 on the digital accessibility of "
        "websites and mobile applications of public entities{because}."
    ),
    status_because=" due to the non-compliances or exclusions listed below",
    status={"full": "fully compliant", "partial": "partially compliant", "none": "not compliant"},
    inaccessible_heading="Non-accessible content",
    kinds={
        "fault": "Non-compliance with the appendix",
        "exempt": "Content not covered by the act",
        "burden": "Disproportionate burden",
    },
    criterion="WCAG success criterion {number}",
    planned="to be repaired by {date}",
    assessment="Result of the assessment of disproportionate burden",
    preparation_heading=PREPARATION_EN,
    drawn_up="This statement was prepared on {date}.",
    reviewed="It was last reviewed on {date}.",
    basis={
        "self": "The statement was prepared on the basis of a self-assessment.",
        "audit": "The statement was prepared on the basis of an audit by an external body.",
        "supplier": "The statement was prepared on the basis of a statement by the supplier of the website.",
    },
    assessor="The assessment was carried out by {name}.",
    report="Result of the assessment",
    facilities_heading="Facilities, limitations and other information",
    shortcuts_heading="Keyboard shortcuts",
    contact_heading="Feedback and contact information",
    contact="Responsible for the accessibility of the website: {name}.",
    email="E-mail: {link}",
    phone="Phone: {link}",
    procedure_heading="Enforcement procedure",
    procedure_who=(
        "Anyone may report that this website or a part of it is not accessible, and demand that it be made accessible. "
        "The report has to give:"
    ),
    procedure_what=(
        "your contact details,",
        "the address of the page, or the part of it, that is to be accessible,",
        "how we should get in touch,",
        "an alternative way of access that suits you, if you need one.",
    ),
    procedure_terms=(
        "We reply without delay, within 7 days of receiving the report at the latest.",
        "If we cannot provide access in that time, we explain why and give a new date, within 2 months of the report.",
        "If access cannot be provided at all, we propose an alternative way to reach the content.",
    ),
    procedure_complaint=(
        "If we refuse to provide access, or the alternative way that we propose does not suit you, you may complain to "
        "the association's management, by post or by e-mail."
    ),
    procedure_more="There is {form} on the portal gov.pl. You may also turn to {ombudsman}.",
    request_form="a form to request digital accessibility",
    ombudsman="the Commissioner for Human Rights (Ombudsman)",
    other_heading="Other information",
    apps_heading="Mobile applications",
    architecture_heading="Architectural accessibility",
    architecture_link="Description of the architectural accessibility of the seat",
    communication_heading="Information and communication accessibility",
    interpreter="A sign-language interpreter is available online.",
    no_interpreter="A sign-language interpreter is not available online.",
)

# Statements that were published keep the number of their wording. So a wording is never edited once a site uses it: a
# new one gets the next number, and the one that it supersedes stays here for the versions that readers had.
WORDINGS = {1: {"pl": POLISH, "en": ENGLISH}}
WORDING = max(WORDINGS)
TEXTS = WORDINGS[WORDING]
