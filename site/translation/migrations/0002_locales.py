"""Creates the locales of the site's languages. Wagtail's own migrations made the first one."""

from django.conf import settings
from django.db import migrations


def create_locales(apps, schema_editor):
    Locale = apps.get_model("wagtailcore", "Locale")
    for language_code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=language_code)


def remove_unused_locales(apps, schema_editor):
    used = apps.get_model("wagtailcore", "Page").objects.values("locale")
    apps.get_model("wagtailcore", "Locale").objects.exclude(language_code=settings.LANGUAGE_CODE).exclude(
        pk__in=used
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("translation", "0001_initial"),
        ("wagtailcore", "0059_apply_collection_ordering"),
    ]

    operations = [migrations.RunPython(create_locales, remove_unused_locales)]
