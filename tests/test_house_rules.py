"""Rules of the project that no linter knows. Each message says what to do instead."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from wagtail.admin.icons import get_icons
from wagtail.models import Page

from core.models import BasePage

ROOT = Path(__file__).resolve().parents[1]
LONGEST_MODULE = 400  # lines
LARGEST_FILE = 500_000  # bytes

# Bulk writes that touch no page: the file, what is called, and why it is safe there.
BULK_WRITES_ALLOWED: dict[tuple[str, str], str] = {
    (
        "site/editorial/schedules.py",
        "Revision.objects.filter(pk=revision.pk).update",
    ): "a schedule that stood there before, no page; publishing asks for its approval again",
    ("site/search/misses.py", "MissedQuery.objects.bulk_create"): "what was searched and not found, no page",
    ("site/search/misses.py", "row.update"): "how often it was, no page",
    ("site/library/recording.py", "FileUse.objects.bulk_create"): "which files a page uses, after the page was saved",
    ("site/translation/terms/uses.py", "TermUse.objects.bulk_create"): "on which pages a term stands, no page",
    ("site/translation/terms/correcting.py", "TermUse.objects.bulk_update"): "what is wrong with a term, no page",
    **{
        (f"site/translation/memory/{module}.py", call): "rows of the translation memory, no page"
        for module, call in (
            ("index", "MemoryEntry.objects.bulk_create"),
            ("index", "MemoryKey.objects.bulk_create"),
            ("index", "entries._raw_delete"),
            ("storing", "MemoryUse.objects.bulk_create"),
            ("storing", "MemoryUnit.objects.bulk_create"),
            ("storing", "MemoryUnit.objects.filter(pk__in=now).update"),
            ("storing", "MemoryUnit.objects.filter(pk__in=stored.values()).update"),
            ("storing", "uses._raw_delete"),
            ("storing", "rows._raw_delete"),
        )
    },
    **{
        (f"site/translation/truth/{module}.py", call): "what is known of translations, no page"
        for module, call in (
            ("measuring", "TranslationState.objects.bulk_update"),
            ("progress", "TranslationState.objects.bulk_create"),
            ("signals", "TranslationState.objects.filter(source_id=source.pk).update"),
            ("statements", "AcceptedDifference.objects.bulk_create"),
            ("statements", "SettledSegment.objects.bulk_create"),
            ("statements", "TranslationState.objects.filter(pk=state.pk).update"),
        )
    },
    ("site/notifications/posting.py", "Notification.objects.bulk_create"): "rows of the outbox, no page",
    (
        "site/translation/votes/counting.py",
        "TranslationVotes.objects.filter(page__in=source, answered_at=None).update",
    ): "votes of readers, no page",
    **{
        ("site/notifications/sending.py", f"{rows}.update"): "where a message of the outbox stands, no page"
        for rows in (
            "Notification.objects.filter(pk__in=numbers)",
            "Notification.objects.filter(pk__in=[row.pk for row in rows])",
            "Notification.objects.unsent()",
        )
    },
    **{
        (f"site/translation/memory/{module}.py", call): "rows of the translation memory, no page"
        for module, calls in {
            "index": ("MemoryEntry.objects.bulk_create", "MemoryKey.objects.bulk_create", "entries._raw_delete"),
            "storing": (
                "MemoryUnit.objects.bulk_create",
                "MemoryUnit.objects.filter(pk__in=now).update",
                "MemoryUnit.objects.filter(pk__in=known, is_imported=False).update",
                "MemoryUse.objects.bulk_create",
                "rows._raw_delete",
                "uses._raw_delete",
            ),
        }.items()
        for call in calls
    },
}


# Folders and files of templates that stand on no page with a body
BESIDE_NO_BODY = frozenset(
    {
        "accounts",
        "checks",
        "delivery",
        "editorial",
        "errors",
        "guide",
        "panels",
        "reports",
        "search",
        "styleguide",
        "untranslated",
        "wagtailadmin",
        *("declaration_assessment.html", "declaration_opening.html", "declaration_other.html"),
        *("declaration_procedure.html", "declaration_status.html", "declaration_versions.html"),
        "error_summary.html",
        "translation",
    }
)


@cache
def tracked() -> tuple[Path, ...]:
    """Return the files of the project: what git has, and what it would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return tuple(
        path for name in sorted(set(filter(None, listed.stdout.split("\0")))) if (path := ROOT / name).is_file()
    )


def named(*suffixes: str, under: str = "") -> list[Path]:
    return [path for path in tracked() if path.suffix in suffixes and path.is_relative_to(ROOT / under)]


def modules() -> list[Path]:
    """Return the code that runs on a site: not tests, tools or migrations that Django has written."""
    return [path for path in named(".py") if not {"tests", "tools"} & set(path.relative_to(ROOT).parts)]


def place(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def lines_with(pattern: str, paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of every line that a pattern is found in."""
    search = re.compile(pattern).search
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if search(line):
                yield place(path, number), line


# Pages


def bulk_writes(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of every call that writes rows past `save()`, where the guard of live pages stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        name, target = node.func.attr, ast.unparse(node.func.value)
        is_queryset = re.search(r"objects\b|_manager\b|queryset|pages|\.(filter|exclude|all|specific)\(", target)
        if name in {"bulk_update", "bulk_create", "abulk_update", "abulk_create", "_raw_delete"} or (
            name in {"update", "aupdate"} and is_queryset
        ):
            yield node.lineno, f"{target}.{name}"


def test_no_bulk_write_goes_past_the_guard():
    found = [
        f"{place(path, line)}: {call}"
        for path in modules()
        for line, call in bulk_writes(path)
        if (str(path.relative_to(ROOT)), call) not in BULK_WRITES_ALLOWED
    ]
    assert not found, (
        "These writes reach the database past save(), so the guard of live pages does not see them. Save each page, "
        f"or, where no page is written, add the call to BULK_WRITES_ALLOWED with its reason: {found}"
    )


@pytest.mark.parametrize(
    "code",
    [
        "NewsPage.objects.filter(live=False).update(live=True)",
        "Page.objects.bulk_update(pages, ['live'])",
        "pages.update(live=True)",
        "self.get_queryset().filter(a=1).update(live=True)",
    ],
)
def test_bulk_writes_are_recognised(code, tmp_path):
    (tmp_path / "code.py").write_text(code)
    assert list(bulk_writes(tmp_path / "code.py"))


def test_every_page_type_says_where_it_belongs_and_what_it_is_for():
    types = [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]
    assert types
    for model in types:
        assert issubclass(model, BasePage), f"{model} is not made from BasePage, so no rule holds for it."
        for name in ("template", "parent_page_types", "subpage_types", "page_description"):
            assert name in vars(model), f"{model.__name__} must set {name} itself."
        assert str(model.page_description).strip(), f"{model.__name__} has an empty page_description."


@pytest.mark.django_db
def test_models_have_their_migrations():
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


# Code


def test_modules_are_short():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in named(".py")}
    long = [
        f"{path.relative_to(ROOT)}: {lines}"
        for path, lines in lengths.items()
        if lines > LONGEST_MODULE and "migrations" not in path.parts
    ]
    assert not long, f"Split these modules by subject (at most {LONGEST_MODULE} lines): {long}"


def test_nothing_is_left_for_later():
    words = r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b"
    found = [where for where, _line in lines_with(words, named(".py", ".html", ".css", ".js", ".md", ".toml"))]
    assert not found, f"Finish it now, or file an issue: {found}"


def test_every_suppression_has_a_reason():
    bare = re.compile(r"#\s*(noqa(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?|type:\s*ignore(\[[\w, -]+\])?|nosec|pragma:.*)\s*$")
    blanket = re.compile(r"#\s*(noqa(?!:)|type:\s*ignore(?!\[))")
    suppression = r"#\s*(noqa|type:\s*ignore|nosec|pragma: no cover)"
    found = [
        where
        for where, line in lines_with(suppression, named(".py"))
        if (bare.search(line) or blanket.search(line)) and "re.compile" not in line and "suppression =" not in line
    ]
    assert not found, f"Name the rule and give the reason after it (`# noqa: S310 - our own address`): {found}"


def test_no_test_is_skipped_for_good():
    found = [where for where, _line in lines_with(r"@?pytest\.(mark\.)?(skip|xfail)\(", named(".py", under="tests"))]
    found = [where for where in found if not where.startswith("tests/test_house_rules.py")]
    assert not found, f"A test runs or goes; only skipif with its reason stands for what a machine may lack: {found}"


def test_production_code_imports_no_tests():
    found = [
        place(path, node.lineno)
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom | ast.Import)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
        if name.partition(".")[0] in {"tests", "pytest", "playwright", "tools"}
    ]
    assert not found, f"A site has no tests and no development tools installed: {found}"


# Templates


def test_templates_have_no_inline_style_or_script():
    templates = named(".html", ".txt", ".xml", under="site/templates")
    templates.remove(ROOT / "site/templates/notifications/mail/base.html")  # a mail has no sheet of its own to link to
    inline = (
        r"<style\b|\sstyle=|\son[a-z]+=[\"']|javascript:|<script(?![^>]*\b(src|type=\"application/(ld\+)?json\"))[^>]*>"
    )
    found = [where for where, _line in lines_with(inline, templates)]
    assert not found, f"The site's content security policy refuses these. Move them to site/static: {found}"


def test_every_icon_of_the_admin_exists():
    known = set(re.findall(r'id="icon-([\w-]+)"', get_icons()))
    named_icon = r'(?:icon_name=|header_icon = |icon_name = |icon name=)"([\w-]+)"'
    used = {
        name
        for path in named(".py", ".html", under="site")
        for name in re.findall(named_icon, path.read_text(encoding="utf-8"))
    }
    missing = used - known
    assert not missing, (
        f"The admin draws nothing for these icons; Wagtail's style guide shows those that there are: {missing}"
    )


# Files


def test_tracked_files_are_small():
    large = [
        f"{path.relative_to(ROOT)}: {path.stat().st_size}" for path in tracked() if path.stat().st_size > LARGEST_FILE
    ]
    assert not large, f"Files over {LARGEST_FILE} bytes weigh on every clone: {large}"


def test_nothing_names_a_package_index_or_a_machine():
    hosts = r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org"
    paths = r"(?<![\w.$}])/(home|root|work|Users)/\w"
    texts = [
        path for path in tracked() if path.suffix not in {".png", ".jpg", ".webp", ".mo", ".pdf", ".woff2", ".ico"}
    ]
    texts.remove(Path(__file__))
    found = [where for where, _line in lines_with(f"{hosts}|{paths}", texts)]
    assert not found, f"The project is the same on every machine and with every package index: {found}"


def test_links_between_documents_lead_somewhere():
    link = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in named(".md")
        for target in link.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert not broken, f"These links lead nowhere: {broken}"


def test_every_deviation_is_in_the_list_of_deviations():
    folder = ROOT / "docs" / "deviations"
    listed = set(re.findall(r"\]\(([\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("*.md")} - {"README.md"}


def test_requirements_are_pinned_by_hash_and_agree():
    pins = {}
    for name in ("production", "dev", "uv"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text()
        found = re.findall(r"^([a-z0-9.,\[\]-]+)==(\S+).*\\\n(    --hash=sha256:\w{64}( \\)?\n)+", text, re.MULTILINE)
        pins[name] = {(package, version) for package, version, *_rest in found}
        assert len(pins[name]) == len(re.findall(r"^[a-z0-9.,\[\]-]+==", text, re.MULTILINE)), name
    assert pins["production"] <= pins["dev"], "Run `make requirements`: the two sets differ."


def test_no_heading_of_a_body_takes_the_id_of_something_else_on_the_page():
    from core.body import IDS_OF_THE_PAGE

    literal = re.compile(r'(?: id|heading_id|field_id|_id)="([a-z][a-z0-9-]*)"')
    used = {
        name
        for path in named(".html")
        if "site/templates" in str(path) and not BESIDE_NO_BODY & set(path.parts)
        for name in literal.findall(path.read_text(encoding="utf-8"))
    }
    missing = used - IDS_OF_THE_PAGE
    assert not missing, f"Name these ids in core.body.IDS_OF_THE_PAGE, so that no heading takes one: {missing}"
