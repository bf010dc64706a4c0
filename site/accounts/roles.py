"""The five roles and what each may do.

The names are Polish, as staff read them in the admin. Rights to pages hang on pages, so they are given where the
structure of the site is loaded (`grant_page_permissions`); all others are given by a migration.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import Group, Permission

AUTHOR = "Autor"
EDITOR = "Redaktor"
TRANSLATOR = "Tłumacz"
MEMBER_EDITOR = "Redaktor gminy"
ADMINISTRATOR = "Administrator"
ROLES = (AUTHOR, EDITOR, TRANSLATOR, MEMBER_EDITOR, ADMINISTRATOR)

ADMIN_ACCESS = ("wagtailadmin", "admin", "access_admin", "Can access Wagtail admin")
SUBMIT_TRANSLATION = (
    "wagtail_localize",
    "translationsource",
    "submit_translation",
    "Can submit translations",
)


def _model(app: str, model: str, *actions: str) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((app, model, f"{action}_{model}", f"Can {action} {model}") for action in actions)


_REDIRECTS = _model("wagtailredirects", "redirect", "add", "change", "delete", "view")
_SETTINGS = _model("core", "associationsettings", "change", "view")
_ALERT = _model("core", "alertsettings", "change", "view")
_REPORTS = _model("home", "accessibilityreport", "change", "view")
_DELETE_REPORTS = _model("home", "accessibilityreport", "delete")
_USERS = _model("accounts", "user", "add", "change", "view")
_READ_TERMS = _model("translation", "term", "view")
_WRITE_TERMS = (*_model("translation", "term", "add", "change"), *_READ_TERMS)
_ALL_TERMS = (*_model("translation", "term", "delete"), *_WRITE_TERMS)

_SEARCH = (
    *_model("search", "synonymgroup", "add", "change", "delete", "view"),
    *_model("search", "promotedpage", "add", "change", "delete", "view"),
    *_model("search", "missedquery", "view"),
    *_model("search", "documenttext", "view"),
)

# (app, model, codename, name) of each permission a role has everywhere
GLOBAL_PERMISSIONS: Mapping[str, tuple[tuple[str, str, str, str], ...]] = {
    AUTHOR: (ADMIN_ACCESS, *_READ_TERMS),
    EDITOR: (ADMIN_ACCESS, *_REDIRECTS, *_REPORTS, *_ALERT, *_ALL_TERMS, *_SEARCH),
    TRANSLATOR: (ADMIN_ACCESS, SUBMIT_TRANSLATION, *_WRITE_TERMS),
    MEMBER_EDITOR: (ADMIN_ACCESS, *_READ_TERMS),
    ADMINISTRATOR: (
        *(ADMIN_ACCESS, *_REDIRECTS, *_REPORTS, *_DELETE_REPORTS, *_SETTINGS, *_ALERT, *_USERS),
        *_ALL_TERMS,
        *_SEARCH,
    ),
}

# Wagtail asks for the rights of its own models, whichever take their place. "Add" covers changing and deleting what
# one has added oneself, "change" all.
_CHOOSE_FILES = (*_model("wagtailimages", "image", "choose"), *_model("wagtaildocs", "document", "choose"))
_ADD_FILES = (*_model("wagtailimages", "image", "add"), *_model("wagtaildocs", "document", "add"), *_CHOOSE_FILES)
_MANAGE_FILES = (
    *_model("wagtailimages", "image", "change"),
    *_model("wagtaildocs", "document", "change"),
    *_ADD_FILES,
)

# The same, for the files in every collection
COLLECTION_PERMISSIONS: Mapping[str, tuple[tuple[str, str, str, str], ...]] = {
    AUTHOR: _ADD_FILES,
    EDITOR: _MANAGE_FILES,
    TRANSLATOR: _CHOOSE_FILES,
    MEMBER_EDITOR: _ADD_FILES,
    ADMINISTRATOR: _MANAGE_FILES,
}


# Codenames without their model, on the home page of each language and on the Polish list of members
HOME_PERMISSIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "pl": {
        AUTHOR: ("add", "change"),
        EDITOR: ("add", "change", "publish", "lock", "unlock"),
        ADMINISTRATOR: ("add", "change", "publish", "lock", "unlock", "bulk_delete"),
    },
    "en": {
        TRANSLATOR: ("change",),
        EDITOR: ("change", "publish", "lock", "unlock"),
        ADMINISTRATOR: ("add", "change", "publish", "lock", "unlock", "bulk_delete"),
    },
}
MEMBER_LIST_PERMISSIONS: Mapping[str, tuple[str, ...]] = {MEMBER_EDITOR: ("add",)}


def grant_page_permissions(page: Any, permissions: Mapping[str, Iterable[str]]) -> None:
    """Give roles their rights to a page and all below it.

    Args:
        page: the top page.
        permissions: names of roles, each with codenames such as "add" or "publish".
    """
    from wagtail.models import GroupPagePermission, Page

    for role, codenames in permissions.items():
        group = Group.objects.get(name=role)
        for codename in codenames:
            permission = Permission.objects.get(
                content_type__app_label="wagtailcore",
                content_type__model=Page._meta.model_name,
                codename=f"{codename}_page",
            )
            GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
