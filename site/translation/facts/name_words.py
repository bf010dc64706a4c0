"""Words about proper names: endings of their cases, names that English spells otherwise, first names."""

from typing import Final

from translation.facts.word_tables import rows, words

FOLD: Final = str.maketrans("ąćęłńóśźżäöüéèáíčšžřě", "acelnoszzaoueeaicszre")
# „Państwo”, "I": a capital of courtesy or of grammar
COURTESY: Final = words("""
    państwo państwa państwu państwem pan pana panu panem pani panią panie panom ciebie ci cię tobie twój twoja twoje
    twojego twojej twoim twoich twoją wam was wami wasz wasza wasze waszych waszej waszego i i'm i'll i've ty wy
    wasi panowie mr mrs ms dr st prof mgr inż ul al pl os
""")
# How one name may end in two of its cases, after what both share, without marks
ENDINGS: Final = frozenset(
    tuple(pair.split("|"))
    for pair in words("""
        |a |u |owi |em |iem |ie |e |y |i |om |ami |ach |ow |om |ego |emu |ie |iu |ia |s |es |owie |o a|y a|i a|e a|ie
        a|o a|ej a|om a|ami a|ach a|u a|zie a|iej a|owi a|em a|ym a|ego a|ia e|y e|i o|u o|em o|ie o|ach o|om o|i o|ze
        o|owi e|em e|u e|a e|ego e|emu e|ym e|ach e|iu e|iem e|ia e|ie e|ych e|ej y|ego y|emu y|ym y|ow y|om y|ami y|ach
        y|i y|ej y|ych y|e i|ego i|emu i|m i|iego i|iemu i|im i|ow i|ach i|om i|ami i|ich i|ie i|iej i|e i|a i|ych
        ie|ich ie|iem ie|iu ie|ia ie|ego ie|i ia|ii ia|iej ia|iego ia|io io|iu ek|ka ek|ku ek|kowi ek|kiem ek|ki ek|kow
        ek|kach ek|kom ek|kami ec|ca ec|cu ec|cowi ec|cem ec|ce ec|cach iec|ca iec|cu iec|cem iec|cowi iec|ce iec|ncu
        iec|nca ien|nia ien|niu el|la el|lu el|lem el|lowi el|le er|ra er|ru er|rem er|rze iel|la iel|lem iel|lowi l|la
        ol|ola ka|ce ka|ki ka|ke ka|ek ga|dze ga|gi ra|rze r|rze r|ze ra|ze ro|rze ta|cie t|cie to|cie da|dzie d|dzie
        do|dzie d|zie da|zie do|zie cha|sze ch|sze cha|sie k|ce k|iem g|iem g|dze sk|sku st|scie sta|scie sto|scie lo|le
        la|le l|le na|nie n|nie no|nie sa|sie so|sie wa|wie w|wie wo|wie ma|mie m|mie mo|mie pa|pie p|pie po|pie ba|bie
        b|bie bo|bie za|zie z|zie zo|zie l|lu na|nej no|nem o|ow a|ow owie|owo owie|owa ow|owie ow|owa ow|owem ow|owa
        in|inie in|ina in|inem yn|ynie yn|yna |we |ze |mi |ym |im |ich |ich |ych |y ni|n n|niu n|nia n|niem dz|dza
        dz|dzy c|cy c|ca c|cu sz|sza sz|szem sz|szowi sz|szu z|zem z|zowi ic|icy aw|awia aw|awiu oslaw|oslawiu l|el
        el|lu e|iej e|im a|iego
""")
)
# Adjectives in the names of places that have no letter or ending of Polish alone
POLISH_ADJECTIVES: Final = words("""
    nowy nowe nowych stary stare starych maly male malych wielki wielkie wielkich gorny gorne gornych dolny dolne
    dolnych zielony zielone suchy suche mokry mokre kamienny kamienne lesny lesne polny polne wiejski wiejskie bialy
    biale czarny czarne czerwony czerwone zloty zlote srebrny srebrne wysoki wysokie niski niskie gleboki glebokie
    szeroki szerokie dlugi dlugie krotki krotkie swiety swiete pierwszy ostatni
""")
# Words of English that look like Polish names, and Polish ones that are used in English
ENGLISH: Final = words("""
    a academia academic africa agenda aleja alibi alma alpha also alumni america anti aqua arctic area arena arrow
    asia asian ask atlantic audio aurora australia austria ballo basic bavaria below bikini bingo biuletyn bohemia
    bow break brisk broccoli bulgaria camera canada cargo casino cello cheek chicago china christi cinema civic clinic
    columbia congo cracovia creek crew croatia czech czechia data delta demo desk diploma disco disk do domestic
    drama draw dusk echo economic ego elbow electric embargo era erasmus estonia eurasia euro europa europe euros
    expo extra facebook few fi florida flow foci follow formula fungi gala galicia gamma georgia gmina gminas gminy
    go graffiti grandma greek grosz grow hero historic horizon how hungarian husk idea india indonesia info
    informacji insomnia instagram interreg interview into iowa italia jaw judo kilo kiwi know korea kuyavia latvia
    law leader leak leek limbo lithuania loch logic logo low lusatia macro malta manga mango mania marszalek mask
    masovia masuria maxi maxima mazovia meadow media mega memo metro mexico micro mini minima moldova monaco moravia
    morocco motto multi music narrow natura new no nova now nuova oak olympic omega opera orchestra osiedle pacific
    panorama pasta peak pesto photo piano pizza plac plaza podolia polo polonia pomerania portfolio potato powiat
    powiats pro promo prussia public publicznej quota rabbi radio ratio raw regatta republic retro review risk
    romania romantic row russia ruthenia rynek safari saga salami sauna saw saxony scandinavia scenario schema
    schengen scientific seek sejm sejmik semi senat serbia shadow show silesia ski slovak slovakia slovenia slow
    snow so soda sofia solectwo solo soltys speak specific stamina starosta starostwo starosty steak strategic
    streak studio syria tango task taxi technic tempo to tomato tomorrow topic tow traffic trek trio tuba tundra
    turbo tusk two ukraine ulica ultra umbrella utopia veto via video view villa viola visa vista vodka voivode
    volcano volhynia warmia weak week who wifi window wojt yellow yoga youtube zebra zero zloty zlotys
""")


def _exonyms(table: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return beginnings of Polish names and what English calls them, by their first two letters, without marks."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for beginning, others in rows(table):
        found.setdefault(beginning[:2], []).append((beginning, tuple(others)))
    return found


# Cases of a name that share too little, without marks
IRREGULAR: Final[dict[str, tuple[str, ...]]] = {
    one: tuple(other for other in row if other != one)
    for row in (("wies", "wsi", "wsia"), ("dwor", "dworze", "dworu"), ("gora", "gorze", "gor"))
    for one in row
}
_PLACES: Final = """
    bratyslaw bratislava
    prag prague
    wied vienna
    wiln vilnius
    monachi munich
    lwow lviv
    kijo kyiv
    budapesz budapest
    rzym rome roman
    pary paris
    londyn london
    drez dresden
    lipsk leipzig
    norymberg nuremberg
    berlin berlin
    hambur hamburg
    kowno kaunas
    ryg riga
    ryd riga
    aten athens
    lizbon lisbon
    koszyc kosice košice
    ostraw ostrava
    brn brno
    olomun olomouc
    genew geneva
    mediolan milan
    wenecj venice
    sztokholm stockholm
    kopenha copenhagen
    amsterdam amsterdam
    francj france french
    francus france french
    wloch italy italian
    wlosk italy italian
    hiszpan spain spanish
    wegr hungary hungarian
    wegier hungary hungarian
    norweg norway norwegian
    szwecj sweden swedish
    szwedz sweden swedish
    szwajcar switzerland swiss
    austri austria austrian
    sloweni slovenia slovenian
    bialorus belarus belarusian
    dani denmark danish
    dunsk denmark danish
    finland finland finnish
    holand holland dutch netherlands
    niderland netherlands dutch
    belgi belgium belgian
    irland ireland irish
    rumuni romania romanian
    bulgar bulgaria bulgarian
    chorwa croatia croatian
    gruz georgia georgian
    moldaw moldova moldovan
    lotw latvia latvian
    lotews latvia latvian
    eston estonia estonian
    warszaw warsaw
    krak cracow krakow
    polsk poland polish polands
    wisl vistula
    wisl vistula
    odr oder odra
    slask silesia silesian
    pomorz pomerania
    pomorsk pomerania pomeranian
    mazowsz mazovia masovia
    mazowieck mazovia mazovian masovian
    balty baltic
    europ europe european
    niemc germany german
    niemieck germany german
    czech czech czechia
    czesk czech czechia
    slowac slovakia slovak
    litw lithuania lithuanian
    litewsk lithuania lithuanian
    ukrain ukraine ukrainian
    brukse brussels
    karpat carpathians
    tatr tatras tatra
    mazur masuria mazury
"""
_PEOPLE: Final = """
    jan john
    pawel paul
    pawla paul
    piotr peter
    maria mary marian
    mari mary
    kazimierz casimir
    stanislaw stanislaus
    mikolaj nicholas nicolaus
    jozef joseph
    jerz george
    wojciech adalbert
    anny anne
    anna anne
    elzbiet elizabeth
    katarzyn catherine
    krzysztof christopher
    michal michael
    jakub james jacob
    mateusz matthew
    lukasz luke
    mark mark
    marek mark
    francisz francis
    henryk henry
    wladyslaw ladislaus
    zygmunt sigismund
    aleksand alexander
    andrzej andrew
    szymon simon
    barbar barbara
    florian florian
    kopernik copernicus
    chopin chopin
"""
EXONYMS: Final = _exonyms(_PLACES + _PEOPLE)
# What English calls them, with the beginnings of the Polish names
EXONYMS_BACK: Final[dict[str, tuple[str, ...]]] = {
    name: tuple(beginning for beginning, others in rows(_PLACES + _PEOPLE) if name in others)
    for _beginning, names in rows(_PLACES + _PEOPLE)
    for name in names
}
# Polish towns that have their own name in English too and could be English words by their spelling
_TOWNS: Final = words(
    "gdynia gdansk lodz sopot kalisz radom kielce opole torun lublin elblag tychy konin olsztyn bytom"
)
ENGLISH_PLACES: Final = _TOWNS | (
    frozenset(name for _beginning, names in rows(_PLACES) for name in names) - words("poland polish")
)
FIRST_NAMES: Final = frozenset(
    name.lower().translate(FOLD)
    for name in words("""
        Adam Adrian Agata Agnieszka Aleksander Aleksandra Alicja Andrzej Anna Antoni Arkadiusz Artur Barbara Bartosz
        Beata Bogdan Bogusław Bożena Cezary Dagmara Damian Daniel Danuta Dariusz Dawid Dominik Dorota Edward Elżbieta
        Emilia Ewa Ewelina Filip Franciszek Gabriela Grażyna Grzegorz Halina Hanna Helena Henryk Hubert Ilona Irena
        Iwona Izabela Jacek Jadwiga Jakub Jan Janina Janusz Jarosław Jerzy Joanna Jolanta Julia Justyna Józef Kacper
        Kamil Karol Karolina Katarzyna Kazimierz Kinga Konrad Krystyna Krzysztof Lech Leszek Lidia Lucyna Maciej
        Magdalena Marcin Marek Maria Mariusz Marta Mateusz Małgorzata Michał Mieczysław Mirosław Monika Natalia Olga
        Patryk Paulina Paweł Piotr Rafał Renata Robert Roman Ryszard Sebastian Stanisław Stefan Sylwia Szymon Sławomir
        Tadeusz Teresa Tomasz Urszula Wanda Wiesław Wiktor Wioletta Witold Wojciech Władysław Włodzimierz Zbigniew
        Zdzisław Zofia Zuzanna Zygmunt Łukasz
""")
)
