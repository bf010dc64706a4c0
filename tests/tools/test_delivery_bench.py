"""The tool that measures how the site is served runs on a small site, and fails where a limit is not held."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, nullcontext
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from threading import Thread

import pytest
from django.core.management import call_command
from django.test import override_settings
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from news.models import NewsPage
from search.matching import keys_of_pages_with
from search.words import as_search_query, plain_parts, take_apart
from tools import ROOT
from tools.bench.figures import Figure
from tools.bench.machine import machine
from tools.delivery_bench import __main__ as bench
from tools.delivery_bench import processes
from tools.delivery_bench.asking import Reader
from tools.delivery_bench.databases import new_database
from tools.delivery_bench.large import COMMON, FIXED, FIXED_TIMES, News
from tools.delivery_bench.load import GZIP, Load, load
from tools.delivery_bench.measuring import Measured, names_of_parts
from tools.delivery_bench.parts import application, pages, varnish
from tools.delivery_bench.processes import MissingProgramError, below, cpu_seconds, megabytes, program
from tools.delivery_bench.site import Served, Site
from tools.delivery_bench.sizes import FULL, SMALL

PARTS = ["application", "growth", "memory", "pages", "search", "varnish"]
PROGRAMS = {"application": ("wrk",), "pages": ("wrk",), "varnish": ("wrk", "varnishd", "nginx")}
PROMISED = {
    "growth": {
        "first byte of /sitemap.xml": "≤ 1 s",
        "first byte of /sitemap-1.xml": "≤ 1 s",
        "time: list of news": "≤ 2 ×",
        "time: news item": "≤ 2 ×",
        "time: feed": "≤ 2 ×",
        "time: search": "≤ 2 ×",
        "queries that differ: list of news": "≤ 0",
        "queries that differ: search": "≤ 0",
    },
    "search": {
        "the index built anew": "≤ 300 s",
        "a common word, 40 items": "≤ 500 ms",
        "time: rare words": "≤ 3 ×",
        "queries, at most": "≤ 8",
    },
}
HELD, MISSED = Figure("something", 1, "×", at_most=2), Figure("something", 3, "×", at_most=2)


@pytest.fixture
def news(structure) -> News:
    """News that are to be made, on a site with its structure."""
    return News(SMALL.texts)


@pytest.fixture
def site(tmp_path) -> Site:
    """A site that is never served."""
    return Site(tmp_path, "sqlite://:memory:")


def count_of(word: str) -> int:
    return keys_of_pages_with(as_search_query(plain_parts(take_apart(word).words), "pl")).count()


# The parts


def test_no_part_is_forgotten():
    assert names_of_parts() == PARTS


@pytest.mark.django_db
@pytest.mark.usefixtures("structure")
@pytest.mark.parametrize("part", PROMISED)
def test_a_part_measures_what_is_promised(part, site):
    found = list(import_module(f"tools.delivery_bench.parts.{part}").figures(site, SMALL))
    assert {each.name: each.limit for each in found}.items() >= PROMISED[part].items()


@pytest.mark.parametrize(("name", "most"), [(pages.HOME, 25), (pages.ITEM, 18), (pages.INDEX, 22)])
def test_a_page_that_costs_too_much_is_missed(name, most, monkeypatch):
    served = Served("http://site", [])
    monkeypatch.setattr(Served, "read", lambda *_path: b"x")
    costs = {"http://site/": 0.0, "http://site/constant/1/": 1.0}
    monkeypatch.setattr(pages, "load", lambda address, *_more: Load(1000, 1.0, costs[address]))
    for cost, is_kept in ((most, True), (most + 1, False)):
        costs["http://site/"] = cost
        figure = pages.compared(name, served, "/", SMALL, pages.MOST[name])
        assert (figure.value, figure.is_kept) == (cost, is_kept)


@pytest.mark.parametrize("module", [application, varnish])
def test_what_is_kept_but_slow_is_missed(module, monkeypatch):
    monkeypatch.setattr(Served, "read", lambda *_path: b"x")
    speeds = {"http://site/": 0, "http://site/constant/1/": 1000}
    monkeypatch.setattr(module, "load", lambda address, *_more: Load(speeds[address], 1.0, 1.0))
    for share, is_kept in ((module.LEAST, True), (module.LEAST - 0.01, False)):
        speeds["http://site/"] = round(1000 * share)
        if module is application:
            figure = application.compared("page", Served("http://site", []), "/", SMALL, application.LEAST)
        else:
            figure = varnish.compared("page", ("http://site/", "http://site/constant/1/"), 1, SMALL, GZIP)
        assert (figure.value, figure.is_kept) == (share, is_kept)


# What they measure with


def test_bulk_news_are_pages_that_readers_get_and_find(news):
    news.grow(SMALL.news[0])
    news.grow(SMALL.news[1])
    news.grow(SMALL.news[1])
    assert NewsPage.objects.child_of(news.parent).count() == SMALL.news[1]
    assert not Page.find_problems()[3]
    reader = Reader()
    for path in (*news.addresses(range(SMALL.news[1])), f"/{news.parent.slug}/", "/rss.xml", "/sitemap.xml"):
        assert reader.ask(path)
    assert count_of(FIXED) == FIXED_TIMES
    assert count_of(COMMON) == sum(news.text_of(number) % 3 == 0 for number in range(SMALL.news[1]))


def test_bulk_news_have_the_index_that_would_be_built(news):
    news.grow(SMALL.news[1])
    columns = ("object_id", "content_type", "title", "body", "autocomplete")
    entries = IndexEntry.objects.filter(content_type__model="newspage").order_by("object_id").values_list(*columns)
    copied = list(entries)
    call_command("update_index", verbosity=0)
    assert len(copied) == SMALL.news[1]
    assert list(entries.all()) == copied


def test_a_reader_is_answered_anew_and_is_told_what_is_no_page(news):
    news.grow(1)
    reader = Reader()
    (path,) = news.addresses([0])
    assert reader.queries([path]) > 0
    assert len(reader.milliseconds([path] * 4)) == 4
    assert reader.first_byte("/sitemap.xml") > 0
    with pytest.raises(RuntimeError, match="404"):
        reader.ask("/none/")


@override_settings(ROOT_URLCONF="tools.delivery_bench.urls")
def test_the_constant_view_stands_behind_the_middleware_and_is_as_long_as_asked(client, structure):
    response = client.get("/constant/30001/")
    assert len(response.content) == 30001
    assert "Content-Security-Policy" in response.headers
    assert "Permissions-Policy" in response.headers
    assert client.get("/").status_code == 200


def test_the_constant_view_is_no_address_of_the_site(client, structure):
    assert client.get("/constant/10/").status_code == 404


@pytest.mark.parametrize("has_template", [False, True])
def test_a_database_is_made_and_removed(has_template, tmp_path):
    with new_database("sqlite", tmp_path, "first") as address:
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as database:
            database.execute("CREATE TABLE something (number)")
        with new_database("sqlite", tmp_path, "second", template=address if has_template else "") as other:
            with closing(sqlite3.connect(other.removeprefix("sqlite:///"))) as database:
                names = [name for (name,) in database.execute("SELECT name FROM sqlite_master")]
            assert names == ["something"] * has_template
    assert not list(tmp_path.iterdir())


def test_processes_are_counted_by_what_they_use():
    command = [sys.executable, "-c", "sum(range(10**7)); print('done', flush=True); input()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"done\n"
        assert process.pid in below(os.getpid())
        assert cpu_seconds([process.pid]) > 0
        assert 1 < megabytes(process.pid) < 200
        process.communicate(b"\n")
    assert process.pid not in below(os.getpid())


class Answers(BaseHTTPRequestHandler):
    """Knows one address."""

    def do_GET(self) -> None:
        """Answer it, and no other."""
        self.send_response(200 if self.path == "/known/" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Write no log."""


@pytest.fixture
def answering() -> Iterator[str]:
    """The address of a server that uses no database."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.skipif(shutil.which("wrk") is None, reason="wrk is not installed")
def test_an_address_that_is_answered_with_errors_is_not_measured(answering):
    assert load(f"{answering}/known/", 1, [os.getpid()]).requests > 0
    with pytest.raises(RuntimeError, match="errors"):
        load(f"{answering}/none/", 1, [])


def test_a_program_that_lacks_is_named(monkeypatch):
    monkeypatch.setattr(processes.shutil, "which", lambda *_name, **_more: None)
    with pytest.raises(MissingProgramError, match="wrk"):
        program("wrk")


# The command


@pytest.fixture
def run_bench(monkeypatch, capfd):
    """Run the command with figures that are given by part; return its exit code and what it printed."""

    def run_with(figures: dict[str, Measured], *arguments: str) -> tuple[object, str]:
        monkeypatch.setattr(bench, "server_for_tests", lambda: nullcontext("postgres://measured@localhost/name"))
        monkeypatch.setattr(bench, "measured_on", lambda _server, only, _size: {part: figures[part] for part in only})
        with pytest.raises(SystemExit) as ended:
            bench.main(arguments)
        return ended.value.code, capfd.readouterr().out

    return run_with


def test_figures_of_both_databases_are_printed_and_written(run_bench, tmp_path):
    path = tmp_path / "figures.json"
    code, printed = run_bench({"pages": Measured("A 1", [HELD])}, "--only", "pages", "--json", str(path))
    assert code is None
    assert machine() in printed
    assert printed.count("| pages | something |") == 2
    written = json.loads(path.read_text())
    assert [(each["on"], each["value"], each["is_kept"]) for each in written["figures"]] == [
        ("SQLite", 1, True),
        ("PostgreSQL", 1, True),
    ]
    assert written["failures"] == []


def test_a_limit_that_is_not_held_is_a_failure(run_bench):
    figures = {"pages": Measured("A 1", [MISSED]), "search": Measured("A 1", [HELD])}
    code, printed = run_bench(figures, "--only", "pages", "search", "--on", "SQLite")
    assert "pages, something, on SQLite" in code
    assert "search" not in code
    assert printed.count("MISSED") == 1


def test_what_is_not_measured_for_want_of_a_program_is_a_failure(run_bench, tmp_path):
    path = tmp_path / "figures.json"
    arguments = ("--only", "varnish", "--on", "SQLite", "--json", str(path))
    code, printed = run_bench({"varnish": Measured("A 1", [], "nginx")}, *arguments)
    assert "not measured, as nginx is not installed" in code
    assert "NOT MEASURED" in printed
    assert json.loads(path.read_text())["not_measured"] == [{"part": "varnish", "on": "SQLite", "program": "nginx"}]


def test_other_sizes_may_be_chosen(run_bench, monkeypatch):
    seen = []
    run_bench({"growth": Measured("A 1", [HELD])}, "--only", "growth")
    monkeypatch.setattr(bench, "server_for_tests", lambda: nullcontext("postgres://measured@localhost/name"))
    monkeypatch.setattr(bench, "measured_on", lambda _server, _only, size: seen.append(size) or {})
    with pytest.raises(SystemExit):
        bench.main(["--sizes", "2000", "100", "--on", "SQLite"])
    assert (seen[0].news, seen[0].searched, seen[0].reindexed) == ((100, 2000), (1000, 2000), 2000)
    assert FULL.news == (100, 10_000, 100_000)


@pytest.mark.one_database
def test_the_bench_runs_whole_on_a_small_site_and_leaves_nothing(tmp_path):
    command = [sys.executable, "-m", "tools.delivery_bench", "--small", "--on", "SQLite"]
    command += ["--json", str(tmp_path / "figures.json")]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "TMPDIR": str(temporary)}, capture_output=True, encoding="utf-8"
    )
    assert "Traceback" not in done.stderr, done.stderr
    written = json.loads((tmp_path / "figures.json").read_text())
    missing = {each["part"]: each["program"] for each in written["not_measured"]}
    assert {each["part"] for each in written["figures"]} | set(missing) == set(PARTS)
    for part, name in missing.items():
        assert name in PROGRAMS[part]
        assert f"{name} is not installed" in done.stdout
    for part in PARTS:
        assert f"| {part} " in done.stdout
    assert bool(done.returncode) == bool(written["failures"])
    assert not list(temporary.iterdir())
