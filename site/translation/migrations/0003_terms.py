"""Adds the terms that the glossary starts with. Undone, it removes those that no person has changed."""

from django.db import migrations

from translation.terms.seeding import add_seed, remove_seed


def add_terms(apps, schema_editor):
    add_seed(apps.get_model("translation", "Term"), apps.get_model("translation", "Glossary"))


def remove_terms(apps, schema_editor):
    remove_seed(apps.get_model("translation", "Term"))


class Migration(migrations.Migration):
    dependencies = [("translation", "0002_locales")]

    operations = [migrations.RunPython(add_terms, remove_terms)]
