"""The audit chooses what it looks at from what the site serves, and finds what is wrong there."""

import json

import pytest
from PIL import Image, ImageDraw

from tools import node
from tools.audit import __main__ as audit
from tools.audit import covering, screenshots
from tools.audit.addresses import Address, choose
from tools.audit.checks import html, lighthouse, links, read_aloud
from tools.audit.crawl import HTML, Answer, Crawl, Link, targets
from tools.audit.report import Row, counted, table, write
from tools.audit.tabs import LOOKS, WIDTHS

SITE = "http://127.0.0.1:8000"
HOME = '<form role="search" action="{search}"><input type="search" name="q"></form>'
LIST = """<main><form method="get"><select name="area"><option value=""></option><option value="a"></option>
<option value="b"></option></select><select name="year"><option value="2026"></option></select></form>
<a href="?page=2">2</a></main>"""


def site_with(pages: dict[str, str], unlisted: dict[str, str] | None = None) -> Crawl:
    """Return a site that serves these pages, all of them in its map but those that are not listed."""
    home = {"/": HOME.format(search="/szukaj/"), "/en/": HOME.format(search="/en/search/")}
    shown = {**home, **pages}
    answers = {path: Answer(200, HTML, text) for path, text in {**shown, **(unlisted or {})}.items()}
    listed = "".join(f"<loc>{SITE}{path}</loc>" for path in shown)
    found = Crawl(SITE, {**answers, "/sitemap.xml": Answer(200, "application/xml", listed)})
    found.links = [Link(path, target) for path, answer in answers.items() for target in targets(answer)]
    return found


# Which addresses


def test_of_each_kind_the_page_with_the_most_components_is_chosen():
    found = site_with(
        {"/a/": LIST, "/a/1/": '<p class="x">', "/a/2/": '<p class="x"><p class="y">', "/a/3/": '<p class="x">'}
    )
    paths = [address.path for address in choose(found) if address.is_page]
    assert paths == ["/", "/a/", "/a/2/", "/en/"]


def test_pages_are_added_until_no_component_is_left_out():
    found = site_with({"/a/": LIST, "/a/1/": '<p class="x y z">', "/a/2/": '<p class="rare">'})
    assert {"/a/1/", "/a/2/"} <= {address.path for address in choose(found)}


def test_lists_are_seen_in_all_their_states():
    states = {address.kind: address.path for address in choose(site_with({"/a/": LIST})) if not address.is_page}
    assert states["a, narrowed"] == "/a/?area=a"
    assert states["a, narrowed by everything"] == "/a/?area=b&year=2026"
    assert states["a, wrongly asked for"] == "/a/?area=xyzzyq"
    assert states["a, turned over"] == "/a/?page=2"


def test_search_and_what_is_not_there_are_seen_in_both_languages():
    states = {(address.language, address.kind): address.path for address in choose(site_with({}))}
    assert states["pl", "search, with results"] == "/szukaj/?q=strategia"
    assert states["en", "search, without results"] == "/en/search/?q=xyzzyq"
    assert states["en", "not found"].startswith("/en/")


def test_a_form_that_only_links_lead_to_is_seen_once():
    forms = {f"/zglos/?page={number}": "<main><form method=post></form></main>" for number in range(3)}
    chosen = [address for address in choose(site_with({}, forms)) if address.path.startswith("/zglos/")]
    assert len(chosen) == 1


def test_of_unlisted_pages_below_one_another_the_fullest_is_seen():
    stand_ins = {f"/en/not-translated/a/{name}/": f'<p class="{name}">' for name in ("x", "x y", "y")}
    chosen = [each.path for each in choose(site_with({}, stand_ins)) if "/not-translated/" in each.path]
    assert chosen == ["/en/not-translated/a/x y/"]


def test_the_covering_part_leaves_no_pair_out():
    kinds = [f"kind {number}" for number in range(12)]
    addresses = [Address(f"/{language}/{kind}/", language, kind) for language in ("pl", "en") for kind in kinds]
    seen = list(covering.views(addresses))
    assert {(address.kind, look.name) for address, look, _width in seen} == {
        (kind, look.name) for kind in kinds for look in LOOKS
    }
    assert {(address.kind, width) for address, _look, width in seen} == {
        (kind, width) for kind in kinds for width in WIDTHS
    }
    assert {(look.name, width) for _address, look, width in seen} == {
        (look.name, width) for look in LOOKS for width in WIDTHS
    }
    assert {(address.language, look.name) for address, look, _width in seen} == {
        (language, look.name) for language in ("pl", "en") for look in LOOKS
    }
    assert len(seen) < len(addresses) * len(LOOKS) * len(WIDTHS) / 4


# What is wrong


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("/gone/", "answers 404"),
        ("/#nowhere", "no such place"),
        ("", "leads nowhere"),
        ("javascript:alert()", "no scheme"),
        ("https://exa mple.org/", "has a space"),
        ("https://example/", "names no host"),
        ("mailto:", "names nobody"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(target, why):
    found = site_with({"/a/": f'<a href="{target}">'})
    found.answers["/gone/"] = Answer(404, HTML, "")
    (fault,) = links.faults(found)
    assert fault.startswith("/a/: ")
    assert why in fault


@pytest.mark.parametrize(
    "target", ["/", "/en/", "#here", "https://example.org/a?b#c", "mailto:a@example.org", "/admin/"]
)
def test_a_link_that_leads_somewhere_is_none(target):
    assert links.faults(site_with({"/a/": f'<p id="here"><a href="{target}">'})) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gminy, które planują razem, i to jest przykład dla wszystkich", "pl"),
        ("The municipalities of the valley and their plans", "en"),
        ("Żabiec Przykładowy", None),
        ("The site of the gmina and the powiat w dolinie", None),
    ],
)
def test_the_language_of_a_passage_is_told_where_it_is_plain(text, language):
    assert read_aloud.language_of(text) == language


def test_html_is_looked_at_in_every_state_and_with_the_errors_of_forms(monkeypatch):
    found = site_with({"/a/": LIST}, {"/zglos/": '<main><form method="post" action="/zglos/"></form></main>'})
    asked = []

    def get(address, sent=None):
        asked.append((address.removeprefix(SITE), sent))
        return Answer(200, HTML, "a page")

    monkeypatch.setattr(html, "get", get)
    chosen = choose(found)

    texts = html.served(found, chosen)

    assert texts.keys() >= {address.path for address in chosen} | found.texts.keys() | {"/zglos/, sent empty"}
    assert ("/zglos/", b"") in asked
    assert ("/a/", None) not in asked  # what was crawled is not asked for again


@pytest.mark.skipif(node.why_missing() is not None, reason="no Node.js")
def test_html_that_the_standard_forbids_is_found():
    good = '<!doctype html><html lang="pl"><head><meta charset="utf-8"><title>T</title></head><body>{}</body></html>'
    faults = html.faults({"/good/": good.format("<p>A</p>"), "/bad/": good.format("<p><div>A</div></p>")})
    assert faults
    assert all(fault.startswith("/bad/") for fault in faults)


def test_lighthouse_names_what_cost_points():
    scores = lighthouse.Scores(
        {"performance": 98, "accessibility": 100, "best-practices": 96, "seo": 100},
        {"performance": {"speed-index"}, "accessibility": set(), "best-practices": {"errors-in-console"}, "seo": set()},
        was_idle=False,
    )
    assert scores.faults("performance") == ["98: speed-index; the machine was busy"]
    assert scores.faults("accessibility") == []
    assert scores.faults("best-practices") == ["96: errors-in-console"]


@pytest.mark.parametrize(
    ("scores", "least"),
    [([100, 99], 0), ([100, 99, 100], 99), ([90, 99, 100], 90), ([90, 99, 100, 99], 99), ([99, 98, 97, 96, 100], 98)],
)
def test_the_median_of_five_is_known_from_the_third_run_that_reaches_it(scores, least):
    assert lighthouse.least_median(scores, runs=5) == least


@pytest.mark.parametrize(
    ("performance", "runs"), [([99, 100, 99], 3), ([98, 99, 99, 100], 4), ([97, 98, 99, 98, 97], 5)]
)
def test_a_page_is_measured_until_its_median_is_sure(monkeypatch, performance, runs):
    left = iter(performance)

    def report(_address):
        audits = {"auditRefs": [], "score": 1}
        return {
            "categories": {
                **dict.fromkeys(lighthouse.BOUNDS, audits),
                "performance": {**audits, "score": next(left) / 100},
            }
        }

    monkeypatch.setattr(lighthouse, "_report", report)
    monkeypatch.setattr(lighthouse, "wait_until_idle", lambda: True)
    monkeypatch.setattr(node, "install", lambda _package: None)

    scores = lighthouse.score("http://127.0.0.1/", runs=5)

    assert next(left, None) is None  # as many as needed, and no more
    assert bool(scores.faults("performance")) is (runs == 5)


@pytest.mark.parametrize(("failures", "succeeds"), [(2, True), (3, False)])
def test_lighthouse_that_recorded_nothing_is_run_again(monkeypatch, failures, succeeds):
    reports = iter([{"runtimeError": {"message": "NO_NAVSTART"}}] * failures + [{"categories": {}}])
    monkeypatch.setattr(lighthouse, "_report", lambda _address: next(reports))

    if succeeds:
        assert lighthouse._run("http://127.0.0.1/") == {"categories": {}}
    else:
        with pytest.raises(RuntimeError, match="NO_NAVSTART"):
            lighthouse._run("http://127.0.0.1/")


# Pictures


def picture(text: str = "Text of a page", at: tuple[int, int] = (20, 60), colour: str = "#1d5238") -> Image.Image:
    """Return a page as it is kept: a bar, a heading, and lines of text."""
    page = Image.new("RGB", (360, 400), "#fbf8f2")
    draw = ImageDraw.Draw(page)
    draw.rectangle((0, 0, 360, 30), fill=colour)
    for line in range(8):
        draw.text((at[0], at[1] + 20 * line), text, fill="#16221c")
    return page


def test_letters_that_are_drawn_a_little_differently_do_not_count():
    assert screenshots.differs(picture(), picture()) is None
    assert screenshots.differs(picture(), picture(at=(21, 60))) is None


@pytest.mark.parametrize(
    "changed",
    [
        picture(colour="#a8341b"),
        picture(at=(20, 76)),
        picture(text=""),
        picture(text="Text of a page, and a good deal more of it than there was"),
        picture().crop((0, 0, 360, 380)),
    ],
    ids=["colour", "place", "no text", "more text", "height"],
)
def test_what_an_eye_sees_counts(changed):
    assert screenshots.differs(picture(), changed)


def test_the_difference_is_shown_beside_what_was_and_what_is():
    sheet = screenshots.side_by_side(picture(), picture(text="").crop((0, 0, 360, 300)))
    assert sheet.size == (1080, 400)


def test_each_kind_of_page_has_a_picture_in_each_language():
    addresses = [Address(f"/{language}/{kind}/", language, kind) for language in ("pl", "en") for kind in "abcd"]
    views = screenshots.views(addresses)
    assert len({view.name for view in views}) == len(addresses)
    for kind in "abcd":
        own = [view for view in views if view.address.kind == kind]
        assert {view.width for view in own} == {360, 1280}
        assert len({view.look for view in own}) == 2


# The report


def test_the_table_says_what_failed_and_the_file_says_why(tmp_path):
    rows = [counted("links", 12, []), Row("weight", 3, "160 at /", "<= 150", ["/: weighs 160 KiB"])]
    lines = table(rows).splitlines()
    assert lines[1].endswith("passed")
    assert lines[2].split() == ["weight", "3", "160", "at", "/", "<=", "150", "FAILED"]
    write(rows, tmp_path / "audit" / "report.json")
    assert json.loads((tmp_path / "audit" / "report.json").read_text())[1]["faults"] == ["/: weighs 160 KiB"]


def test_what_a_machine_lacks_is_named_with_the_way_to_get_it(monkeypatch):
    monkeypatch.setattr(audit, "find_chromium", lambda: None)
    monkeypatch.setattr(node, "why_missing", lambda: "no Node.js")
    lacks = list(audit.missing(["axe", "lighthouse"]))
    assert "apt-get install chromium" in lacks[0]
    assert "apt-get install nodejs" in lacks[1]
    assert len(list(audit.missing(["axe"]))) == 1
