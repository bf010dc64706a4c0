"""Backups that are damaged, of another kind, or would lie in the wrong place are refused, with what to do."""

import hashlib
import json
from dataclasses import replace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.core.management import CommandError, call_command
from django.db import connection

from operations.backup import archive, databases, files, manifest
from operations.backup.errors import BackupError
from operations.backup.manifest import Entry, Manifest

MADE = Manifest("0.1.0", "2026-11-01T10:00:00+00:00", "sqlite", [("home", "0001_initial")], {"a": 1}, {})


def make(folder, **changes):
    """Make a backup with one file."""
    (folder / "private").mkdir(parents=True)
    (folder / "private" / "a.txt").write_bytes(b"text")
    entry = Entry(4, hashlib.sha256(b"text").hexdigest())
    manifest.write(folder, replace(MADE, files={"private/a.txt": entry}, **changes))
    return folder


def test_a_whole_backup_passes_and_says_what_it_holds(tmp_path, capsys):
    call_command("backup", str(make(tmp_path / "b")), "--check")
    assert "version 0.1.0, 2026-11-01T10:00:00+00:00, sqlite, 1 rows in 1 tables, 1 files" in capsys.readouterr().out


def test_sha256sum_can_check_the_manifest(tmp_path):
    folder = make(tmp_path / "b")
    digest, name = (folder / "manifest.json.sha256").read_text().rstrip("\n").split("  ")
    assert digest == hashlib.sha256((folder / name).read_bytes()).hexdigest()


def shorten(folder):
    (folder / "private/a.txt").write_bytes(b"tex")


def change(folder):
    (folder / "private/a.txt").write_bytes(b"next")


def remove(folder):
    (folder / "private/a.txt").unlink()


def add(folder):
    (folder / "private/b.txt").write_bytes(b"")


def lead_away(folder):
    (folder / "private/a.txt").unlink()
    (folder / "private/a.txt").symlink_to(folder.parent / "elsewhere.txt")
    (folder.parent / "elsewhere.txt").write_bytes(b"text")


def lose_manifest(folder):
    (folder / "manifest.json").unlink()


def change_manifest(folder):
    said = json.loads((folder / "manifest.json").read_bytes())
    (folder / "manifest.json").write_text(json.dumps({**said, "counts": {}}))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (shorten, "private/a.txt: has 3 bytes and not 4"),
        (change, "private/a.txt: was changed"),
        (remove, "private/a.txt: cannot be read"),
        (add, "private/b.txt: not in the manifest"),
        (lead_away, "private/a.txt: leads out of the backup"),
        (lose_manifest, "no complete backup"),
        (change_manifest, "manifest.json was changed"),
    ],
)
def test_damage_is_found_and_named(tmp_path, damage, said):
    folder = make(tmp_path / "b")
    damage(folder)
    with pytest.raises(CommandError) as refusal:
        call_command("backup", str(folder), "--check")
    assert said in str(refusal.value)


def test_a_name_that_leads_out_of_the_backup_is_refused(tmp_path):
    (tmp_path / "outside.txt").write_bytes(b"text")
    folder = tmp_path / "b"
    folder.mkdir()
    entry = Entry(4, hashlib.sha256(b"text").hexdigest())
    manifest.write(folder, replace(MADE, files={"../outside.txt": entry}))
    with pytest.raises(BackupError, match="leads out of the backup"):
        archive.check(folder)


def test_a_backup_of_the_other_database_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(databases, "kind", lambda: "postgresql")
    with pytest.raises(CommandError, match="backup of sqlite, and DATABASE_URL names postgresql"):
        call_command("restore", str(make(tmp_path / "b")))


def test_a_backup_of_a_newer_version_is_refused_by_what_it_would_need(tmp_path, monkeypatch):
    monkeypatch.setattr(databases, "kind", lambda: "sqlite")
    folder = make(tmp_path / "b", version="9.0", migrations=[("home", "0001_initial"), ("home", "9999_later")])
    with pytest.raises(CommandError, match=r"newer version .*\(9\.0; this is .*home\.9999_later"):
        call_command("restore", str(folder))


@pytest.mark.django_db
def test_a_folder_with_something_in_it_is_never_written_to(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CommandError, match="not empty, and nothing is ever overwritten"):
        call_command("backup", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ["PRIVATE_ROOT", "MEDIA_ROOT"])
@pytest.mark.django_db
def test_no_backup_lies_among_the_files_of_the_site(settings, name, tmp_path):
    setattr(settings, name, tmp_path)
    with pytest.raises(CommandError, match=f"lies in {name}"):
        call_command("backup", str(tmp_path / "backup"))


@pytest.mark.django_db
def test_a_backup_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    def fail(target):
        target.write_bytes(b"half")
        raise BackupError("pg_dump failed: no space left")

    monkeypatch.setattr(databases, "dump", fail)
    with pytest.raises(CommandError, match=r"No backup was made\. pg_dump failed: no space left"):
        call_command("backup", str(tmp_path / "b"))
    assert list((tmp_path / "b").iterdir()) == []


@pytest.mark.django_db
def test_only_its_owner_may_look_into_a_backup(tmp_path, monkeypatch):
    monkeypatch.setattr(databases, "dump", lambda target: {"a": target.write_bytes(b"dump")})
    call_command("backup", str(tmp_path / "b"), verbosity=0)
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o700


def test_a_file_that_goes_while_the_backup_runs_is_left_out(tmp_path):
    class Vanishing(InMemoryStorage):
        def _open(self, name, mode="rb"):
            if name == "gone.txt":
                raise FileNotFoundError(name)
            return super()._open(name, mode)

    storage = Vanishing()
    for name in ("gone.txt", "kept.txt"):
        storage.save(name, ContentFile(b"text"))
    assert [name for name, _entry in files.copy_out(storage, tmp_path)] == ["kept.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_restore_that_meets_another_writer_stops(tmp_path):
    storage = InMemoryStorage()
    storage.save("a.txt", ContentFile(b"by somebody else"))
    (tmp_path / "a.txt").write_bytes(b"text")
    with pytest.raises(BackupError, match=r"a\.txt stands in the storage already"):
        files.copy_in(storage, tmp_path, {"a.txt": Entry(4, "")})
    assert list(files.names_in(storage)) == ["a.txt"]


@pytest.mark.django_db
def test_rows_that_are_missing_after_a_restore_are_told(monkeypatch):
    monkeypatch.setattr(databases, "count_rows", lambda: {"a": 1, "b": 2})
    with pytest.raises(BackupError, match=r"not wholly.*b: 2 rows and not 3; c: None rows and not 1"):
        archive._is_complete(replace(MADE, counts={"a": 1, "b": 3, "c": 1}))


def test_what_postgresql_lacks_is_said(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(BackupError, match=r"pg_dump was not found.*postgresql-client"):
        databases._run("pg_dump")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="runs a program of PostgreSQL")
@pytest.mark.django_db
def test_what_a_program_of_postgresql_says_is_passed_on(tmp_path):
    with pytest.raises(BackupError, match=r"pg_restore failed: .*nowhere\.dump"):
        databases.load(tmp_path / "nowhere.dump")


@pytest.mark.django_db
def test_a_restore_that_is_broken_off_says_how_to_go_on(tmp_path, monkeypatch):
    def fail(_source):
        raise BackupError("pg_restore failed: no space left")

    for name, stand_in in {"kind": lambda: "sqlite", "empty": lambda: None, "load": fail}.items():
        monkeypatch.setattr(databases, name, stand_in)
    monkeypatch.setattr(files, "media_storages", lambda: {"private": InMemoryStorage()})
    with pytest.raises(CommandError, match=r"broken off.*--replace\.\npg_restore failed: no space left"):
        call_command("restore", str(make(tmp_path / "b")), "--replace")
