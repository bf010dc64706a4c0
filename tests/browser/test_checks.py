"""Each check of the audit finds the fault that it is there to find, and says which it is."""

import pytest

from tools.audit.checks import accessibility, first_visit, keyboard, read_aloud, reflow, without_scripts
from tools.audit.tabs import open_tab

PAGE = """<!doctype html><html lang="en"><head><title>A page</title><style>a:focus, button:focus, input:focus {{
outline: 3px solid #000 }}</style></head><body><header><nav aria-label="Main"><ul><li><a href="/">Home</a></li></ul>
</nav></header><main><h1>Heading</h1>{}</main><footer>Footer</footer></body></html>"""
ELSEWHERE = "http://127.0.0.1:9/"


@pytest.fixture
def page(browser):
    """Returns a function that opens a page with something in its main part, sound in all else."""
    with open_tab(browser, "http://127.0.0.1:9", policy=False) as tab:
        tab.route("**/*", lambda route: route.fulfill(body="", content_type="text/html"))
        tab.goto("/")

        def show(content: str):
            tab.set_content(PAGE.format(content))
            return tab

        yield show


def test_a_sound_page_has_no_fault(page):
    tab = page("<p>A sentence of the page that says something.</p><button>Send</button>")
    assert accessibility.faults(tab) == []
    assert reflow.faults(tab) == []
    assert read_aloud.faults(tab, "en") == []
    assert keyboard.faults(tab) == []


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ('<p style="color: #bbb; background: #fff">Pale</p>', "color-contrast"),
        ("<input>", "label"),
        ('<button style="width: 10px; height: 10px; padding: 0; border: 0">x</button>' * 2, "target-size"),
    ],
)
def test_axe_finds(page, content, rule):
    assert any(fault.startswith(rule) for fault in accessibility.faults(page(content)))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (
            '<div style="width: 600px; background: red">wide</div>',
            "at 400 % zoom: 288 px wider than the window, by div",
        ),
        (
            '<div style="height: 20px; overflow: hidden; font: 16px/20px serif">line <br>and another</div>',
            "is cut off by div",
        ),
        ('<p style="height: 19px; width: 60px">several words here</p><p>below</p>', "lies over “below”"),
        (
            '<div style="position: absolute; background: #fff">Over</div><p style="margin: 0">under</p>',
            "lies over “under”",
        ),
        ('<p>A name</p><button style="position: relative; top: -3em; padding: 1em">B</button>', "lies over “A name”"),
        (
            '<details><summary>More</summary><div style="width: 330px; background: red">wide</div></details>',
            "with everything open at 320 px: 18 px wider than the window, by div",
        ),
    ],
)
def test_reflow_finds(page, content, fault):
    assert any(fault in found for found in reflow.faults(page(content)))


def test_what_opens_over_the_page_on_its_own_ground_hides_nothing_that_is_read_with_it(page):
    panel = '<div style="position: absolute; background: #fff">Panel</div>'
    menu = f"<nav><details><summary>More</summary>{panel}</details></nav><p>Text below</p>"
    assert reflow.faults(page(menu)) == []


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<h1>Another</h1>", "2 headings of level 1"),
        ("<h3>Deep</h3>", "heading 3 “Deep” comes after level 1"),
        ("<button></button>", "1 of the kind button without a name"),
        (
            '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="9" height="9">',
            "1 of the kind image without a name",
        ),
        ('<nav aria-label="Main"><a href="/">A</a></nav>', "2 landmarks of the kind navigation are called “Main”"),
        ("<div role=banner>B</div>", "2 landmarks of the kind banner"),
        ("<p>Gminy, które planują razem i dla wszystkich, to jest przykład.</p>", "is marked as en and written in pl"),
    ],
)
def test_reading_aloud_finds(page, content, fault):
    assert any(fault in found for found in read_aloud.faults(page(content), "en"))


OUTLINE_AFTER = """<style>a { outline: 0 !important } a:focus::after { content: ''; outline: 3px solid red }
</style><a href="/">A</a>"""
LINE_IN_A_PICTURE = """<style>svg a { outline: 0 !important } a:focus circle { stroke: #000; stroke-width: 3 }</style>
<svg width="90" height="90" role="group" aria-label="Map"><a href="/" aria-label="A"><circle cx="45" cy="45" r="40" />
</a></svg>"""
ONE_LINK_ALONE = '<div style="display: flex; flex-direction: row-reverse"><a href="/">A</a><p>text</p></div>'


@pytest.mark.parametrize("content", [OUTLINE_AFTER, LINE_IN_A_PICTURE, ONE_LINK_ALONE])
def test_the_walk_by_keyboard_accepts(page, content):
    assert keyboard.faults(page(content)) == []


def test_a_page_in_another_language_than_it_says_is_found(page):
    assert read_aloud.faults(page(""), "pl") == ["the page is in pl and says en"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('<button style="outline: none">Unseen</button>', "no outline of 2 px or more"),
        ('<button style="outline: 3px solid #000">The same without it</button>', "no outline of 2 px or more"),
        ('<button style="outline-color: #ddd">Pale</button>', "an outline of contrast 1.4 to 1"),
        ('<button tabindex="3">First</button>', "a place of its own in the order, 3"),
        (
            '<div style="display: flex; flex-direction: row-reverse"><a href="/">a</a><a href="/">b</a></div>',
            "a place elsewhere than in the order that it is read in",
        ),
        (
            '<button>Under</button><div style="position: fixed; inset: 0; background: #fff"></div>',
            "covered by something",
        ),
        ("<button onfocus='this.blur()'>Gone</button>", "is not reached"),
    ],
)
def test_the_walk_by_keyboard_finds(page, content, fault):
    assert any(fault in found for found in keyboard.faults(page(content)))


def test_a_first_visit_is_told_from_its_bounds():
    heavy = first_visit.Visit(
        weight=151, requests=11, movement=0.1, other_hosts={"example.org"}, cookies={"session"}, errors=["refused"]
    )
    assert [fault.split()[0] for fault in heavy.faults()] == ["weighs", "takes", "moves", "asks", "sets", "the"]
    assert first_visit.Visit(weight=150, images=900, requests=10).faults() == []


def test_movement_other_hosts_and_complaints_are_noticed(browser, site):
    script = f"""
      addEventListener('load', () => setTimeout(() => {{ document.body.style.paddingTop = '300px' }}, 200));
      addEventListener('load', () => fetch('{ELSEWHERE}').catch(() => null));
      document.cookie = 'a=b; path=/';
      console.error('refused');
    """

    class Broken:
        """A browser that runs this on every page, past the site's policy, which would not let it."""

        def new_context(self, **options):
            context = browser.new_context(**{**options, "bypass_csp": True})
            context.add_init_script(script)
            return context

    seen = first_visit.visit(Broken(), site, "/")
    assert seen.movement > 0
    assert seen.other_hosts == {"127.0.0.1:9"}
    assert seen.cookies == {"a"}
    assert any("refused" in error for error in seen.errors)


def test_what_only_scripts_say_is_missed_without_them(browser, site):
    with without_scripts.tabs(browser, site) as (with_scripts, without):
        with_scripts.add_init_script(
            "addEventListener('DOMContentLoaded', () => document.querySelector('main').append(' Scriptonly'))"
        )
        assert "Scriptonly" in without_scripts.faults(with_scripts, without, "/kontakt/")[0]


def test_a_button_that_only_scripts_answer_is_noticed(browser, site):
    with without_scripts.tabs(browser, site) as (with_scripts, without):
        without.route(
            "**/kontakt/",
            lambda route: route.fulfill(
                body=route.fetch().text().replace("</footer>", "<button type=button>Dead</button></footer>"),
                content_type="text/html",
            ),
        )
        faults = without_scripts.faults(with_scripts, without, "/kontakt/")
        assert faults == ["without scripts a button is shown that only scripts answer: Dead"]


def test_a_video_without_a_link_is_missed_without_scripts(browser, site):
    with without_scripts.tabs(browser, site) as (with_scripts, without):
        without.route(
            "**/kontakt/",
            lambda route: route.fulfill(
                body=route.fetch().text().replace("</main>", "<div data-player='/'>Film</div></main>"),
                content_type="text/html",
            ),
        )
        faults = without_scripts.faults(with_scripts, without, "/kontakt/")
        assert faults == ["without scripts a video has no link to where it is"]
