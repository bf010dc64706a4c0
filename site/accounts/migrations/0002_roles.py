"""Creates the roles with the rights that do not hang on pages. Undone, it removes them."""

from django.db import migrations

from accounts.roles import COLLECTION_PERMISSIONS, GLOBAL_PERMISSIONS, ROLES

STOCK_GROUPS = ("Editors", "Moderators")


def create_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Collection = apps.get_model("wagtailcore", "Collection")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    root = Collection.objects.order_by("path").first()
    Group.objects.filter(name__in=STOCK_GROUPS).delete()
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role)
        for row in GLOBAL_PERMISSIONS[role]:
            group.permissions.add(_permission(apps, *row))
        for row in COLLECTION_PERMISSIONS[role]:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=_permission(apps, *row)
            )


def _permission(apps, app_label, model, codename, name):
    """Return the permission. Django makes the rows after all migrations, so here they may be missing."""
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    permission, _created = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )
    return permission


def remove_roles(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    # The newest migrations of Wagtail, which give rights of their own to every group with access to the admin
    dependencies = [
        ("accounts", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0001_initial"),
        ("library", "0001_initial"),
        ("search", "0001_initial"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(create_roles, remove_roles)]
