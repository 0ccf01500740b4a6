import json
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
OURS = {"web", "worker", "beat", "migrate"}
LONG_RUNNING = {"web", "worker", "beat", "postgres", "redis"}


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def command_of(service):
    return " ".join(service.get("command", []))


def test_file_follows_the_compose_specification(compose):
    schema = json.loads((ROOT / "tests/data/compose/compose_spec.json").read_text())

    jsonschema.Draft201909Validator(schema).validate(compose)


def test_schema_refuses_an_unknown_key(compose):
    schema = json.loads((ROOT / "tests/data/compose/compose_spec.json").read_text())
    wrong = compose | {"services": compose["services"] | {"web": compose["services"]["web"] | {"gezond": True}}}

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft201909Validator(schema).validate(wrong)


def test_services_are_the_five_programs_and_the_migration(compose):
    assert set(compose["services"]) == LONG_RUNNING | {"migrate"}


def test_exactly_one_service_runs_beat_with_one_replica(compose):
    beats = {name for name, service in compose["services"].items() if " beat" in command_of(service)}
    workers = [command_of(service) for service in compose["services"].values() if " worker" in command_of(service)]

    assert beats == {"beat"}
    assert compose["services"]["beat"]["deploy"] == {"replicas": 1}
    assert [flag for command in workers for flag in command.split() if flag in ("-B", "--beat")] == []


def test_every_program_that_stays_has_a_health_check(compose):
    checked = {name for name, service in compose["services"].items() if "healthcheck" in service}

    assert checked == LONG_RUNNING


def test_postgres_is_ready_only_when_others_can_reach_it(compose):
    """While it fills an empty volume, the image runs a server for itself that answers on its socket alone."""
    assert compose["services"]["postgres"]["healthcheck"]["test"] == [
        "CMD", "pg_isready", "--host=127.0.0.1", "--username=brede", "--dbname=brede", "--quiet"
    ]  # fmt: skip


def test_only_web_opens_a_port_and_only_to_its_own_machine(compose):
    ports = {name: service["ports"] for name, service in compose["services"].items() if "ports" in service}

    assert ports == {"web": ["127.0.0.1:8000:8000"]}


def test_our_programs_share_one_image_without_rights_to_write_in_it(compose):
    ours = [compose["services"][name] for name in OURS]

    assert {(service["image"], service["build"], service["env_file"]) for service in ours} == {
        ("brede-ondersteuning", ".", ".env")
    }
    assert [service["read_only"] and service["cap_drop"] for service in ours] == [["ALL"]] * 4


def test_no_secret_stands_in_the_file(compose):
    given = [service.get("environment", {}) for service in compose["services"].values()]
    secrets = [value for each in given for name, value in each.items() if "PASSWORD" in name or name == "DATABASE_URL"]

    assert secrets
    assert all("${POSTGRES_PASSWORD:?" in value for value in secrets)


def test_each_named_volume_is_used_and_each_used_volume_is_named(compose):
    used = {volume.split(":")[0] for service in compose["services"].values() for volume in service.get("volumes", [])}

    assert used == set(compose["volumes"])


def test_servers_cannot_be_reached_from_outside(compose):
    assert compose["networks"]["inside"] == {"internal": True}
    assert compose["services"]["postgres"]["networks"] == ["inside"]
    assert compose["services"]["redis"]["networks"] == ["inside"]
