"""Production's settings: complete, loud about what is missing, and without a warning from Django."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = {
    "SECRET_KEY": "k3J9-vQ2x_R7m.Zp4Lw8Yt6Nb1Hc5Gd0Fs-aKeUiOqWzXy2V4u6T8r",
    "ALLOWED_HOSTS": "www.example.org,example.org",
    "DATABASE_URL": "sqlite:////nowhere/site.sqlite3",
    "WAGTAILADMIN_BASE_URL": "https://www.example.org",
}


def manage(*arguments: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
    """Run manage.py with production's settings and no other environment than what is given."""
    values = {**NEEDED, **environment}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            **{name: value for name, value in values.items() if value is not None},
        },
        capture_output=True,
        text=True,
        check=False,
    )


def settings_with(*names: str, **environment: str | None) -> dict[str, object]:
    """Return settings as production has them with an environment."""
    code = (
        "import json; from django.conf import settings; "
        f"print(json.dumps({{name: getattr(settings, name, None) for name in {names!r}}}, default=str))"
    )
    result = manage("shell", "--no-imports", "-c", code, **environment)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout.strip().splitlines()[-1])


def test_check_deploy_has_no_warning():
    result = manage("check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


@pytest.mark.parametrize("value", [None, "", "   "])
@pytest.mark.parametrize("name", NEEDED)
def test_missing_value_stops_the_start_and_is_named(name, value):
    result = manage("check", **{name: value})
    assert result.returncode != 0
    assert f"Missing environment variables: {name}." in result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "too-short"),
        ("SECRET_KEY", "a" * 60),
        ("ALLOWED_HOSTS", "*"),
        ("WAGTAILADMIN_BASE_URL", "www.example.org"),
        ("DATABASE_URL", "nonsense"),
        ("FRONTEND_CACHE", "squid"),
        ("FRONTEND_CACHE", "varnish"),  # without its address
    ],
)
def test_useless_value_stops_the_start_and_is_named(name, value):
    result = manage("check", **{name: value})
    assert result.returncode != 0
    assert name in result.stderr
    assert "ImproperlyConfigured" in result.stderr


def test_defaults_are_safe():
    found = settings_with(
        "DEBUG",
        "SECURE_SSL_REDIRECT",
        "SECURE_HSTS_SECONDS",
        "SECURE_PROXY_SSL_HEADER",
        "SESSION_COOKIE_SECURE",
        "SESSION_COOKIE_HTTPONLY",
        "CSRF_COOKIE_SECURE",
        "SESSION_COOKIE_NAME",
        "CSRF_TRUSTED_ORIGINS",
        "TRUSTED_PROXIES",
        "CACHES",
        "PAGE_CACHE",
        "SHARED_PARTS",
        "WAGTAILFRONTENDCACHE",
    )
    assert found == {
        "DEBUG": False,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31536000,
        "SECURE_PROXY_SSL_HEADER": None,
        "SESSION_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SECURE": True,
        "SESSION_COOKIE_NAME": "__Host-session",
        "CSRF_TRUSTED_ORIGINS": ["https://www.example.org"],
        "TRUSTED_PROXIES": 0,
        "CACHES": {
            "default": {
                "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
                "OPTIONS": {"MAX_ENTRIES": 20_000},  # more than counts of limits can be pushed out by
            },
            "pages": {
                "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
                "LOCATION": "pages",
                "OPTIONS": {"MAX_ENTRIES": 400},
            },
        },
        "PAGE_CACHE": True,
        "SHARED_PARTS": True,
        "WAGTAILFRONTENDCACHE": {},
    }


def test_environment_is_followed(tmp_path):
    found = settings_with(
        "SECURE_PROXY_SSL_HEADER",
        "CACHES",
        "EMAIL_HOST",
        "EMAIL_PORT",
        "EMAIL_USE_TLS",
        "EMAIL_HOST_USER",
        "MEDIA_ROOT",
        "DATABASES",
        "PAGE_CACHE",
        "SHARED_PARTS",
        "WAGTAILFRONTENDCACHE",
        PAGE_CACHE="false",
        SHARED_PARTS="false",
        FRONTEND_CACHE="varnish",
        FRONTEND_CACHE_LOCATION="http://varnish:6081",
        TRUSTED_PROXIES="1",
        REDIS_URL="redis://cache:6379/0",
        EMAIL_URL="smtp+tls://somebody:secret@mail.example.org:587",
        MEDIA_ROOT=str(tmp_path),
        DATABASE_URL="postgres://somebody:secret@db.example.org/site",
    )
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert {each["LOCATION"] for each in found["CACHES"].values()} == {"redis://cache:6379/0"}
    assert found["PAGE_CACHE"] is False
    assert found["SHARED_PARTS"] is False
    assert found["WAGTAILFRONTENDCACHE"]["varnish"]["LOCATION"] == "http://varnish:6081"
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"], found["EMAIL_HOST_USER"]) == (
        "mail.example.org",
        587,
        True,
        "somebody",
    )
    assert found["MEDIA_ROOT"] == str(tmp_path)
    assert found["DATABASES"]["default"]["ENGINE"] == "django.db.backends.postgresql"
    assert found["DATABASES"]["default"]["CONN_HEALTH_CHECKS"] is True


def test_sqlite_file_has_a_write_ahead_log(tmp_path):
    code = (
        "from django.db import connection; cursor = connection.cursor(); "
        "print(cursor.execute('PRAGMA journal_mode').fetchone()[0], "
        "cursor.execute('PRAGMA foreign_keys').fetchone()[0])"
    )
    result = manage("shell", "--no-imports", "-c", code, DATABASE_URL=f"sqlite:///{tmp_path / 'site.sqlite3'}")
    assert result.stdout.split() == ["wal", "1"], result.stderr


def variables_read() -> set[str]:
    """Names that the settings ask the environment for."""
    names = set(NEEDED)
    for path in (ROOT / "site/config/settings").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "env"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                names.add(node.args[0].value)
    return names


def test_table_of_settings_names_what_the_code_reads():
    table = (ROOT / "docs/operators/settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([A-Z0-9_]+)`", table, re.MULTILINE)) == variables_read()
