"""The compose file: every service, each setting, and each command that it runs."""

import re
import shutil
import subprocess

import pytest
import yaml
from django.core.management import get_commands

from tests.config.test_production import NEEDED
from tests.deploy.reading import DEPLOY, ROOT, compose, example, filled_in, ours, services, variables_named

VARNISHD = shutil.which("varnishd", path="/usr/sbin:/usr/local/sbin:/usr/bin")


def test_every_service_is_there():
    assert {"web", "worker", "jobs", "migrate", "postgres", "redis", "varnish", "store"} <= set(services())
    assert set(ours()) == {"web", "worker", "jobs", "migrate", "backup"}


@pytest.mark.parametrize("name", sorted(ours()))
def test_our_services_can_write_nothing_but_what_is_temporary(name):
    service = ours()[name]
    assert service["read_only"] is True
    assert service["tmpfs"] == ["/tmp"]  # noqa: S108 - the container's own
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "user" not in service  # the image's own, who is not root
    assert "ports" not in service
    if name != "backup":
        assert "volumes" not in service  # stateless


def test_other_images_name_their_version():
    for name, service in services().items():
        assert re.search(r":[^:]*\d|:\$\{SITE_VERSION:-local\}$", service["image"]), name


def test_every_setting_is_one_of_the_site_and_all_that_are_needed_are_there():
    table = (ROOT / "docs/operators/settings.md").read_text()
    given = ours()["web"]["environment"]
    assert [name for name in given if f"`{name}`" not in table] == []
    assert set(NEEDED) <= set(given)
    for service in ours().values():
        assert service["environment"] == given


def test_the_example_names_every_variable_and_no_other():
    text = (DEPLOY / "compose.yaml").read_text()
    assert variables_named(text) == set(example())


def test_a_secret_that_is_not_given_stops_the_start():
    text = (DEPLOY / "compose.yaml").read_text()
    for name, value in example().items():
        if not value:
            assert f"${{{name}:?}}" in text
            assert f"${{{name}}}" not in text


def test_the_example_holds_no_secret():
    secrets = [value for name, value in example().items() if re.search("KEY|PASSWORD", name)]
    assert secrets
    assert not any(secrets)


def test_production_takes_these_settings():
    """As the web service has them, but with a database that is there."""
    from tests.config.test_production import settings_with

    values = {**example(), "SECRET_KEY": NEEDED["SECRET_KEY"], "S3_ACCESS_KEY": "somebody", "S3_SECRET_KEY": "a secret"}
    values |= {"POSTGRES_PASSWORD": "abc123", "BAN_KEY": "abc"}
    environment = {name: filled_in(str(value), values) for name, value in ours()["web"]["environment"].items()}
    found = settings_with("DATABASES", "TASKS", "STORAGES", "TRUSTED_PROXIES", "CONTENT_SECURITY_POLICY", **environment)
    database = found["DATABASES"]["default"]
    assert (database["HOST"], database["NAME"], database["USER"], database["PASSWORD"]) == (
        "postgres",
        "site",
        services()["postgres"]["environment"]["POSTGRES_USER"],
        "abc123",
    )
    assert found["TASKS"]["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend"
    assert found["STORAGES"]["public"]["OPTIONS"]["custom_domain"] == "www.example.org/media"
    assert found["TRUSTED_PROXIES"] == 2
    assert "https://www.example.org" in found["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["img-src"]


def test_every_host_that_a_setting_names_is_a_service():
    environment = ours()["web"]["environment"]
    named = {re.search(r"(?:@|//)([a-z]+):\d+", str(value)) for value in environment.values()}
    hosts = {match.group(1) for match in named if match}
    assert hosts == {"postgres", "redis", "store", "varnish"}
    assert hosts <= set(services())


# Commands


@pytest.mark.parametrize("name", sorted(set(ours()) - {"web"}))
def test_commands_exist(name):
    command = ours()[name]["command"]
    commands = re.findall(r"manage\.py (\w+)", " ".join(command))
    assert commands
    assert set(commands) <= set(get_commands())
    if command[0] == "sh":
        subprocess.run(["sh", "-n", "-c", command[2].replace("$$", "$")], check=True)


def test_the_site_begins_once_the_database_is_ready_for_it():
    migration = services()["migrate"]
    assert re.findall(r"manage\.py (\w+)", migration["command"][2]) == ["make_buckets", "migrate", "load_structure"]
    assert migration["restart"] == "no"
    for name in ("web", "worker", "jobs"):
        assert services()[name]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"
    assert migration["depends_on"]["postgres"]["condition"] == "service_healthy"
    assert services()["varnish"]["depends_on"]["web"]["condition"] == "service_healthy"


def test_what_serves_nothing_is_not_asked():
    for name in ("worker", "jobs", "migrate", "backup"):
        assert ours()[name]["healthcheck"] == {"disable": True}
    assert "healthcheck" not in ours()["web"]  # the image's own


def test_whoever_is_stopped_has_time_to_end():
    def seconds(text):
        return int(text[:-1]) * {"s": 1, "m": 60}[text[-1]]

    words = (DEPLOY / "Dockerfile").read_text()
    kill = int(re.search(r'"--workers-kill-timeout", "(\d+)"', words).group(1))
    assert seconds(services()["web"]["stop_grace_period"]) > kill
    for name in ("worker", "jobs"):
        assert seconds(services()[name]["stop_grace_period"]) >= 60


def test_the_servers_programs_are_those_of_the_client():
    """Debian's own version is the server's, so pg_dump fits."""
    image = (DEPLOY / "Dockerfile").read_text()
    assert "slim-bookworm" in image
    assert services()["postgres"]["image"] == "postgres:15-bookworm"  # Debian 12 has PostgreSQL 15


def test_nothing_is_reached_from_outside_but_what_readers_need():
    published = {name: service["ports"] for name, service in services().items() if "ports" in service}
    assert set(published) == {"varnish", "store"}
    for ports in published.values():
        assert all(filled_in(port, example()).startswith("127.0.0.1:") for port in ports)


def test_what_is_kept_is_in_volumes():
    used = {volume.partition(":")[0] for service in services().values() for volume in service.get("volumes", [])}
    assert {name for name in used if not name.startswith(".")} == set(compose()["volumes"])
    assert {name for name in used if name.startswith(".")} == {"./varnish/default.vcl"}
    assert (DEPLOY / "varnish/default.vcl").exists()


# Varnish


def rules_for_compose(folder):
    """Run what the service runs before Varnish itself."""
    script = services()["varnish"]["command"][0].partition("&&")[0]
    script = script.replace("/etc/varnish/site.vcl", str(DEPLOY / "varnish/default.vcl"))
    target = folder / "site.vcl"
    script = script.replace("/tmp/site.vcl", str(target))  # noqa: S108 - the container's own
    subprocess.run(["sh", "-c", script], check=True)
    return target


def test_varnish_asks_the_web_service_and_lets_only_this_network_forget(tmp_path):
    before, after = (DEPLOY / "varnish/default.vcl").read_text(), rules_for_compose(tmp_path).read_text()
    assert before.count('.host = "127.0.0.1";') == 1
    assert '.host = "web";' in after
    assert '.host = "127.0.0.1"' not in after
    (network,) = compose()["networks"]["default"]["ipam"]["config"]
    address, size = network["subnet"].split("/")
    assert f'"{address}"/{size};' in after
    words = services()["varnish"]["command"][0].split()
    assert words[words.index("-a") + 1] == ":6081"
    assert ours()["web"]["environment"]["FRONTEND_CACHE_LOCATION"] == "http://varnish:6081"
    assert services()["varnish"]["ports"][0].endswith(":6081")


@pytest.mark.skipif(VARNISHD is None, reason="Varnish is not installed")
def test_varnish_understands_these_rules(tmp_path):
    rules = rules_for_compose(tmp_path)
    rules.write_text(rules.read_text().replace('"web"', '"127.0.0.1"'))  # no such host here
    command = [str(VARNISHD), "-j", "none", "-C", "-f", str(rules), "-n", str(tmp_path / "varnish")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_it_is_yaml_that_says_nothing_twice():
    class Strict(yaml.SafeLoader):
        """Refuses a key that stands twice."""

    def mapping(loader, node):
        keys = [loader.construct_object(key) for key, _value in node.value if key.tag != "tag:yaml.org,2002:merge"]
        assert len(keys) == len(set(keys)), keys
        loader.flatten_mapping(node)
        return {loader.construct_object(key, True): loader.construct_object(value, True) for key, value in node.value}

    Strict.add_constructor("tag:yaml.org,2002:map", mapping)
    yaml.load((DEPLOY / "compose.yaml").read_text(), Strict)  # noqa: S506 - made of the safe loader
