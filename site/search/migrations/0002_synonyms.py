"""Adds the synonyms that a site starts with. Undone, it removes those that no person has changed."""

from django.db import migrations

from search.seeding import add_seed, remove_seed


def add_synonyms(apps, schema_editor):
    add_seed(apps.get_model("search", "SynonymGroup"))


def remove_synonyms(apps, schema_editor):
    remove_seed(apps.get_model("search", "SynonymGroup"))


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(add_synonyms, remove_synonyms)]
