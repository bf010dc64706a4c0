"""Whether the work beside the server is done, for what watches over it. No load balancer asks this."""

import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from operations.lateness import late_jobs, late_tasks

logger = logging.getLogger(__name__)


@never_cache
def work(request: HttpRequest) -> HttpResponse:
    """Answer 200 when jobs and tasks are done in time, 503 when they are not. Which ones is in the log only."""
    now = timezone.now()
    try:
        jobs, tasks = late_jobs(now), late_tasks(now)
    except DatabaseError:
        logger.exception("The database does not answer")
        return HttpResponse("unavailable\n", status=503, content_type="text/plain")
    if jobs or tasks:
        logger.warning(
            "Late: the jobs %s, and %d tasks. Do run_jobs and db_worker run?", ", ".join(jobs) or "none", tasks
        )
        return HttpResponse("late\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
