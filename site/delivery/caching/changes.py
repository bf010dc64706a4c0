"""Notices every change of the database that readers may see, and tells of it once it is committed.

It looks at what is written, table by table, and not at the signals of models: bulk writes, moved branches of the tree
and SQL written by hand send none. A table counts unless it is named here, so that a new one is never forgotten; a
table that is named without need would leave old pages in the caches, one that lacks costs a few of them too early.
"""

import logging
import re
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from delivery.caching import generation, purging

logger = logging.getLogger(__name__)

# Readers never see these: accounts, drafts, the work of staff, counts and votes of readers, the state of background
# work, the search with its index and what was not found in it, whose results are never kept.
UNSEEN = re.compile(
    "|".join(
        (
            "auth_.*|axes_.*|django_.*|accounts_user_.*",
            "delivery_generation|checks_override|content_exampleitem|recycle_bin_.*|notifications_.*|operations_.*|search_.*",
            "editorial_(submission|contribution|approval|confirmation|foureyestask.*)",
            "home_(reviewreminder|accessibilityreport)",
            "translation_(memory.*|machinetext|dailysalt|countedvoter|translationvotes|translationrequest|termuse)",
            "translation_(searchedtext|settledsegment|sameinenglish|accepteddifference|mergedstructure|leftover)",
            "wagtail_localize_.*|wagtailadmin_.*|wagtailsearch_.*|wagtailusers_.*|wagtailforms_.*|wagtailembeds_.*",
            "wagtailcore_(revision|comment.*|pagesubscription|.*logentry|.*workflow.*|.*task.*|referenceindex)",
            "wagtailcore_(uploadedfile|apitoken|group.*permission)",
        )
    )
)
# Of a page and of an account, what a draft, a lock and a sign-in write
UNSEEN_COLUMNS = {
    "wagtailcore_page": {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision_created_at",
        "latest_revision_id",
        "locked",
        "locked_at",
        "locked_by_id",
        "owner_id",
    },
    "accounts_user": {"last_login"},
}
WRITTEN = re.compile(r'\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)', re.IGNORECASE)
SET = re.compile(r"\sSET\s(.*?)(?:\sWHERE\s|$)", re.IGNORECASE | re.DOTALL)
COLUMN = re.compile(r'"(\w+)"\s*=')


def may_be_seen(sql: str) -> bool:
    """Whether a statement writes something that readers may see."""
    written = WRITTEN.match(sql)
    if written is None:
        return False
    table = written.group(1).lower()
    if UNSEEN.fullmatch(table):
        return False
    unseen = UNSEEN_COLUMNS.get(table)
    if unseen and (found := SET.search(sql)):
        columns = set(COLUMN.findall(found.group(1)))
        return not columns or not columns <= unseen
    return True


def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Pass a statement on to the database, and note what it means for readers."""
    result = execute(sql, params, many, context)
    if generation.is_tracked() and may_be_seen(sql):
        _tell_on_commit(context["connection"])
    return result


class Telling:
    """What is told of all writes that are committed together: one thing, once."""

    def __init__(self) -> None:
        self.is_done = False

    def __call__(self) -> None:
        if not self.is_done:
            self.is_done = True
            tell()


_tellings: WeakKeyDictionary[BaseDatabaseWrapper, Telling] = WeakKeyDictionary()


def _tell_on_commit(connection: BaseDatabaseWrapper) -> None:
    # After every write, not only the first: a savepoint that is rolled back takes its own callbacks along.
    telling = _tellings.get(connection)
    if telling is None or telling.is_done:
        telling = _tellings[connection] = Telling()
    transaction.on_commit(telling, using=connection.alias, robust=True)


def tell() -> None:
    """Begin a new generation, then have the caches in front forget, in this order: they ask us again at once."""
    try:
        generation.renew()
    except generation.OUT_OF_REACH:
        # Caches in front are told all the same. What the processes keep goes by itself after PAGE_CACHE_SECONDS.
        logger.exception("A change could not be told to the other processes")
    purging.purge()


def _watch_connection(connection: BaseDatabaseWrapper, **_kwargs: Any) -> None:
    if watch not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, watch)  # a wrapper for a while is taken from the end again


def connect() -> None:
    """Watch every connection to a database from its beginning."""
    connection_created.connect(_watch_connection, dispatch_uid="delivery.caching.changes")
