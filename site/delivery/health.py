"""Whether the site is alive and ready, for what watches over it."""

import logging

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

logger = logging.getLogger(__name__)

_migrated: set[bool] = set()  # whether the database was found up to date


@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process runs."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when this process can serve pages, 503 when it cannot. Why is in the log only.

    It can when the database and the cache answer, and the database has all that this version needs of it.
    """
    try:
        is_ready = _has_every_migration()
        cache.get("health")
    except Exception:  # each database and each cache has errors of its own
        logger.exception("The database or the cache does not answer")
        is_ready = False
    if not is_ready:
        return HttpResponse("unavailable\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


def _has_every_migration() -> bool:
    """Ask the database, and whether it was brought up to this version. Once it was, that is not asked again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    if not _migrated:
        executor = MigrationExecutor(connection)
        if missing := executor.migration_plan(executor.loader.graph.leaf_nodes()):
            logger.warning("The database lacks %d migrations of this version", len(missing))
            return False
        _migrated.add(True)
    return True
