"""The image: two stages, no root, nothing written at run time, and commands that exist."""

import re
import shlex
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.core.management import get_commands

from deploy import probe
from tests.deploy.reading import DEPLOY, ROOT, Instruction, only, stages, variables

BUILD, FINAL = stages()


def runs(stage: list[Instruction]) -> list[str]:
    return [each.text for each in stage if each.name == "RUN"]


def test_what_builds_stays_behind():
    assert len(stages()) == 2
    copied = [each.text for each in FINAL if each.name == "COPY"]
    assert copied
    assert all(each.startswith("--from=build ") for each in copied)
    assert not any("pip install" in each for each in runs(FINAL))


def test_both_stages_begin_with_the_same_image_and_name_its_version():
    images = {only(stage, "FROM").text.partition(" ")[0] for stage in (BUILD, FINAL)}
    assert len(images) == 1
    assert re.fullmatch(r"python:3\.\d+-slim-[a-z]+", images.pop())


def test_it_never_runs_as_root():
    user = only(FINAL, "USER").text
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
    names = [each.name for each in FINAL]
    assert "RUN" not in names[names.index("USER") :]
    assert f"--uid {user.partition(':')[0]} " in " ".join(runs(FINAL))


def test_packages_are_pinned_by_hash_and_lists_do_not_stay():
    assert any("--require-hashes" in each for each in runs(BUILD))
    for each in runs(FINAL):
        if "apt-get install" in each:
            assert "--no-install-recommends" in each
            assert "rm -rf /var/lib/apt/lists/*" in each


def test_no_secret_is_kept_in_it():
    kept = {**variables(BUILD), **variables(FINAL)}
    assert not {name for name in kept if re.search("SECRET|PASSWORD|KEY|TOKEN|URL", name)}
    assert not [each for stage in stages() for each in stage if each.name in {"ARG", "ADD"}]


def test_signals_reach_the_server_and_its_children_are_buried():
    for name in ("ENTRYPOINT", "CMD"):
        assert only(FINAL, name).is_list()
    assert only(FINAL, "ENTRYPOINT").words() == ["tini", "--"]
    assert re.search(r"apt-get install [^&]*\btini\b", " ".join(runs(FINAL)))
    assert only(FINAL, "STOPSIGNAL").text == "SIGTERM"


def test_what_it_writes_lies_outside_of_the_code_and_belongs_to_its_user():
    kept = variables(FINAL)
    assert kept["PYTHONDONTWRITEBYTECODE"] == "1"
    made = next(each for each in runs(FINAL) if "install --directory" in each)
    for name in ("PRIVATE_ROOT", "MEDIA_ROOT"):
        assert kept[name].startswith("/srv/files/")
        assert kept[name] in made
    assert kept["STATIC_ROOT"] == "/srv/static"  # read only: collected while the image is built


def test_settings_of_the_image_are_settings_of_the_site():
    table = (ROOT / "docs/operators/settings.md").read_text()
    of_python = {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "DJANGO_SETTINGS_MODULE"}
    assert {name for name in variables(FINAL) if f"`{name}`" not in table} <= of_python


def test_commands_of_the_build_exist():
    text = " ".join(runs(BUILD))
    commands = re.findall(r"manage\.py (\w+)", text)
    assert commands == ["collectstatic"]
    assert set(commands) <= set(get_commands())
    assert (ROOT / "requirements/s3.txt").exists()


def test_the_build_has_every_value_that_production_needs():
    from tests.config.test_production import NEEDED

    text = next(each for each in runs(BUILD) if "collectstatic" in each)
    given = dict(word.split("=", 1) for word in shlex.split(text) if re.match("[A-Z_]+=", word))
    assert set(NEEDED) <= set(given)
    assert len(given["SECRET_KEY"]) >= 50
    assert given["STATIC_ROOT"] == variables(FINAL)["STATIC_ROOT"]


# What gets into it


def into_the_image() -> list[str]:
    lines = (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()
    assert next(line for line in lines if not line.startswith("#")) == "*"
    return [line[1:] for line in lines if line.startswith("!")]


def test_only_what_is_named_gets_in_and_it_is_there():
    named = into_the_image()
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert not [name for name in named if name.startswith((".", "tests", "var", "tools", "deploy/.env"))]


def test_all_code_that_runs_gets_in():
    needed = {path.parent.name for path in ROOT.glob("*/apps.py")} | {"site", "docs", "manage.py", "pyproject.toml"}
    assert needed <= set(into_the_image())


# The server


def test_the_server_knows_every_option_that_it_is_given():
    words = only(FINAL, "CMD").words()
    told = subprocess.run([f"{sys.prefix}/bin/{words[0]}", "--help"], capture_output=True, text=True, check=True).stdout
    options = [word for word in words if word.startswith("--")]
    assert options
    assert [option for option in options if option not in told] == []
    assert words[-1] == "config.wsgi:application"
    assert only(FINAL, "EXPOSE").text == words[words.index("--port") + 1]


@pytest.mark.parametrize(("status", "code"), [(200, 0), (503, 1)])
def test_the_probe_asks_by_a_name_of_the_site(monkeypatch, status, code):
    asked = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, self.headers["Host"]))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_args):
            pass

    check = only(FINAL, "HEALTHCHECK").text
    words = Instruction("CMD", check.partition("CMD ")[2]).words()
    assert words[0] == "python"
    assert (ROOT / words[1]).exists()
    server = HTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.handle_request, daemon=True).start()
    monkeypatch.setenv("PORT", str(server.server_port))
    monkeypatch.setenv("ALLOWED_HOSTS", "www.example.org, example.org")
    monkeypatch.setattr(sys, "argv", words[1:])
    assert probe.main() == code
    assert asked == [("/health/ready/", "www.example.org")]
    server.server_close()
    assert probe.main() == 1
