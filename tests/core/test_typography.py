"""No line of Polish ends where it should not, and nothing but spaces in Polish text ever changes."""

import random
import time

import pytest
from django.template import Context, Template
from django.utils import translation

from core.typography import NO_BREAK_SPACE, keep_together

# A tilde stands for a no-break space.
EXAMPLES = [
    # Words of one letter, of any case, several in a row
    ("i w domu", "i~w~domu"),
    ("W Lipach o świcie", "W~Lipach o~świcie"),
    ("A u nas? Z gminą i z powiatem.", "A~u~nas? Z~gminą i~z~powiatem."),
    ("„w domu” (o czym), i to", "„w~domu” (o~czym), i~to"),
    ("woda z rzeki, a co?", "woda z~rzeki, a~co?"),
    ("co to za akcja e-mail i-i a", "co to za akcja e-mail i-i a"),
    ("punkt a) i punkt b)", "punkt a) i~punkt b)"),
    ("koniec zdania o ", "koniec zdania o "),
    ("dwie  spacje w  domu", "dwie  spacje w  domu"),
    # A number and its unit
    ("5 km, 12,5 km² i 3 km2", "5~km, 12,5~km² i~3~km2"),
    ("100 m od drogi, 7 ha łąk, 20 kg", "100~m od drogi, 7~ha łąk, 20~kg"),
    ("500 zł, 5 tys. zł, 5,2 mln zł, 3 mld euro", "500~zł, 5~tys.~zł, 5,2~mln~zł, 3~mld~euro"),
    ("85 %, 20 °C, 3 proc., 30 min, 2 godz.", "85~%, 20~°C, 3~proc., 30~min, 2~godz."),
    ("5 mostów, 3 kmiotków, 2 minuty", "5 mostów, 3 kmiotków, 2 minuty"),
    ("od 8.00 do 16.00", "od 8.00 do 16.00"),
    # Dates
    ("5 lutego 2026 r.", "5~lutego 2026~r."),
    ("w dniach 12–14 października 2026 r. w Lipach", "w~dniach 12–14~października 2026~r. w~Lipach"),
    ("lata 2021–2027, XX w.", "lata 2021–2027, XX~w."),
    ("5 majątków i 3 majowe", "5 majątków i~3 majowe"),
    # Abbreviations that announce what follows
    ("uchwała nr 12, Nr 3", "uchwała nr~12, Nr~3"),
    ("art. 5 ust. 2 pkt 3 lit. b, § 7, par. 8", "art.~5 ust.~2 pkt~3 lit.~b, §~7, par.~8"),
    ("Art. 5 mówi", "Art.~5 mówi"),
    ("ul. Długa 5, al. Lipowa, pl. Zielony, os. Leśne", "ul.~Długa 5, al.~Lipowa, pl.~Zielony, os.~Leśne"),
    ("szkoła im. św. Jana", "szkoła im.~św.~Jana"),
    ("tel. +48 00 000, godz. 10.00, str. 5, s. 7", "tel.~+48 00~000, godz.~10.00, str.~5, s.~7"),
    ("Dz. U. poz. 848", "Dz. U. poz.~848"),
    ("numer, kul. sala, s. Maria", "numer, kul. sala, s. Maria"),
    # Dashes
    ("gmina – powiat — kraj", "gmina~– powiat~— kraj"),
    ("minus –5 albo 2021–2027", "minus –5 albo 2021–2027"),
    ("gmina –&nbsp;powiat", "gmina~–&nbsp;powiat"),
    # Long numbers
    ("1 234 567 osób, 12 345 zł", "1~234~567 osób, 12~345~zł"),
    ("w 2026 123 osoby, 12 3456, 1234 567", "w~2026 123 osoby, 12 3456, 1234 567"),
    # Addresses
    ("https://example.org/o nas, a@example.org", "https://example.org/o nas, a@example.org"),
    ("strona www.nr nowa, plik.art. nowy", "strona www.nr nowa, plik.art. nowy"),
    # What is no-break already
    ("i w domu 5&nbsp;km", "i~w~domu 5&nbsp;km"),
    ("w&nbsp;z domu &amp; w domu", "w&nbsp;z~domu &amp; w~domu"),
    ("a < b i c > d", "a~< b i~c > d"),
]

MARKUP = [
    ("w <a href='x'>domu o</a> <b>świcie</b>", "w~<a href='x'>domu o</a>~<b>świcie</b>"),
    ("<em>w</em> domu", "<em>w</em>~domu"),
    ("<b>5</b> <i>km</i>", "<b>5</b>~<i>km</i>"),
    ("<p>w </p><p>domu</p>", "<p>w </p><p>domu</p>"),
    ("<li>w <br>domu</li>", "<li>w <br>domu</li>"),
    ("w <!-- w domu --> domu", "w <!-- w domu --> domu"),
    ("w <!-- w domu -->domu", "w~<!-- w domu -->domu"),
    (
        "<a title=\"w domu\" alt='o > tak w domu' x=a>w domu</a>",
        "<a title=\"w domu\" alt='o > tak w domu' x=a>w~domu</a>",
    ),
    ('<a title = "w domu" data-x=i\'a b>w domu</a>', '<a title = "w domu" data-x=i\'a b>w~domu</a>'),
    ("<img alt='w domu'/>w domu", "<img alt='w domu'/>w~domu"),
    ("<pre>w domu</pre><code>w domu</code> w domu", "<pre>w domu</pre><code>w domu</code> w~domu"),
    ("z <code>a b c</code> i tak", "z~<code>a b c</code> i~tak"),
    ("<code>5</code> <code>km</code>", "<code>5</code>~<code>km</code>"),  # the space alone is set
    ("<script>w domu</script><style>w domu</style>w domu", "<script>w domu</script><style>w domu</style>w~domu"),
    ("<SCRIPT>'</scripty> w domu'</SCRIPT >w domu", "<SCRIPT>'</scripty> w domu'</SCRIPT >w~domu"),
    (
        '<script type="application/ld+json">{"a": "w domu"}</script>',
        '<script type="application/ld+json">{"a": "w domu"}</script>',
    ),
    ("<textarea>w <b>domu</textarea>w domu", "<textarea>w <b>domu</textarea>w~domu"),
    ("<svg><text>w domu</text></svg>w domu", "<svg><text>w domu</text></svg>w~domu"),
    ("<select><option>w domu</select>w domu", "<select><option>w domu</select>w~domu"),
    ("<!doctype html><p>w domu", "<!doctype html><p>w~domu"),
    ("<![CDATA[w domu]]><p>w domu", "<![CDATA[w domu]]><p>w~domu"),
    ("w domu</div></p></div> w domu", "w~domu</div></p></div> w~domu"),
    # What never ends stays as it is from there on
    ("w domu <a title='w domu>w domu", "w~domu <a title='w domu>w domu"),
    ("w domu <!-- w domu", "w~domu <!-- w domu"),
    ("w domu<script>w domu", "w~domu<script>w domu"),
    ("<script><!-- <script> </script> w domu --></script> w domu", None),
    # Languages
    ('<p lang="en">a house</p><p>a dom</p>', '<p lang="en">a house</p><p>a~dom</p>'),
    ('w <span lang="en">a house</span> i dom', 'w~<span lang="en">a house</span> i~dom'),
    (
        "<p lang=EN-gb>a house <b lang='pl'>w domu</b> a house</p>",
        "<p lang=EN-gb>a house <b lang='pl'>w~domu</b> a house</p>",
    ),
    ('<p data-lang="en" title="lang=en">w domu</p>', '<p data-lang="en" title="lang=en">w~domu</p>'),
    ('<p hreflang="en">w domu</p><p lang>w domu</p>', '<p hreflang="en">w~domu</p><p lang>w domu</p>'),
    ('<ul lang="en"><li>a b<li>a c</ul>w domu', '<ul lang="en"><li>a b<li>a c</ul>w~domu'),
]


def set_in(language: str, html: str) -> str:
    return keep_together(html, language).replace(NO_BREAK_SPACE, "~")


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_lines_of_polish_do_not_end_there(text, expected):
    assert set_in("pl", text) == expected
    assert set_in("pl", f"<p>{text}</p>") == f"<p>{expected}</p>"


@pytest.mark.parametrize(("html", "expected"), MARKUP)
def test_markup_is_left_alone_and_looked_through(html, expected):
    assert set_in("pl", html) == (expected or html)


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_english_stays_as_it_is_but_for_polish_passages(text, expected):
    assert set_in("en", text) == text
    assert set_in("en", f'<p>a b <q lang="pl">{text}</q> a b</p>') == f'<p>a b <q lang="pl">{expected}</q> a b</p>'
    assert set_in("pl", f'<div lang="en"><p>{text}</p></div>') == f'<div lang="en"><p>{text}</p></div>'


PARTS = [
    *(" ", "  ", " ", "w", "i", "domu", "5", "km", "1 234", "nr", "–", "&nbsp;", "&amp;", ";", "<", ">", '"', "'", "="),
    *("<p>", "</p>", "<b>", "</b>", "<br>", "<!--", "-->", "<![CDATA[", "]]>", "<!", "<?", "</", "/>", "<a ", "</a>"),
    *('<a title="w domu">', "<a title='w > domu'>", "<p lang=en>", '<q lang="pl">', "</q>", "<pre>", "</pre>"),
    *("<script>", "</script>", "<textarea>", "</textarea>", "<svg>", "</svg>", "ś", "\n", "\u00a0", "\U0001f30d", "\0"),
]


# Whole pieces of markup, which have to come out as they went in
MARKED = [
    *(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br/>",
        "<!-- w > domu -->",
        "<!doctype html w d>",
        "<? w d ?>",
        "<![CDATA[w d]]>",
    ),
    *('<a title="w > domu 5 km">', "<i alt='w \"domu' b=w/o>", "<a w o = 'i w' u\n/>", "</a w o>", "</nothing>"),
    *("<p lang='pl'>", "<script>w <b> domu</script>", "<style>w i</style>", "<textarea>w <!-- domu</textarea>"),
    *(
        "<svg><text y='w d'>w domu</text></svg>",
        "<code>5 km</code>",
        "<pre>i w <i>o</i> domu</pre>",
        "<title>w d</title>",
    ),
    *("<q lang=en>a b <i>o c</i></q>", "<option>w d</option>"),
]
TEXT = ["w ", "i w domu", " ", " domu", "5 km", "1 234 567", "nr ", "– ", "&nbsp;", "&lt;", ";", "ś", "\n", "\u00a0"]


@pytest.mark.parametrize("seed", range(20))
def test_nothing_but_spaces_changes_and_only_once_whatever_comes(seed):
    chance = random.Random(seed)  # noqa: S311 - examples, no secrets
    for _time in range(100):
        html = "".join(chance.choices(PARTS, k=chance.randrange(1, 60)))
        for language in ("pl", "en"):
            result = keep_together(html, language)
            changed = {(old, new) for old, new in zip(html, result, strict=True) if old != new}
            assert changed <= {(" ", NO_BREAK_SPACE)}, html
            assert keep_together(result, language) == result, html


@pytest.mark.parametrize("seed", range(20))
def test_markup_comes_out_as_it_went_in(seed):
    chance = random.Random(seed)  # noqa: S311 - examples, no secrets
    for _time in range(100):
        pieces = [chance.choice(chance.choice((MARKED, TEXT))) for _piece in range(chance.randrange(1, 60))]
        result = keep_together("".join(pieces), "pl")
        start = 0
        for piece in pieces:
            if piece in MARKED:
                assert result[start : start + len(piece)] == piece, pieces
            start += len(piece)


@pytest.mark.parametrize(
    "part",
    [
        "<",
        "<!--",
        '<a "',
        '<a b="',
        "<a ",
        "<a b",
        "</script ",
        "<script></script ",
        "<div>",
        "</p>",
        "<b>w </b>",
        "w ",
        "1 ",
        "<!",
    ],
)
def test_time_grows_with_the_length_alone(part):
    def seconds(times: int) -> float:
        html = part * times
        start = time.process_time()
        keep_together(html, "pl")
        return time.process_time() - start

    def least_seconds(times: int) -> float:
        return min(seconds(times) for _attempt in range(3))

    assert least_seconds(20_000) < 40 * max(least_seconds(2_000), 0.001)


def test_the_tag_sets_what_stands_in_it_in_the_language_of_the_reader():
    template = Template("{% load typography_tags %}w {{ a }} {% typography %}w {{ a }} {{ b }}{% endtypography %}")
    context = Context({"a": "domu", "b": "<i> w"})

    with translation.override("pl"):
        polish = template.render(context)
    with translation.override("en"):
        english = template.render(context)

    assert polish == f"w domu w{NO_BREAK_SPACE}domu &lt;i&gt; w"
    assert english == "w domu w domu &lt;i&gt; w"


def test_pages_are_set_by_these_rules_in_polish_alone(structure, client):
    polish = client.get("/o-stowarzyszeniu/").content.decode()
    english = client.get("/en/about-us/").content.decode()

    assert "O\N{NO-BREAK SPACE}stowarzyszeniu</h1>" in polish
    assert "\N{NO-BREAK SPACE}" not in english.split("<main")[1].split("</main>")[0]
