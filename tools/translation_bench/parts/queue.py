"""The translators' queue and the matrix of sections, in every state that pages may be in."""

from collections.abc import Iterator

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from content.structure import load_structure
from tools.bench.database import analyse
from tools.bench.figures import Figure, milliseconds, time_figure
from tools.translation_bench.large_site import make_large_site
from tools.translation_bench.people import make_people
from tools.translation_bench.sizes import Size

MOST_QUERIES = 15
VIEWS = {
    "queue": (
        "/admin/translations/",
        "/admin/translations/results/?state=all&p=100",
        "/admin/translations/?whose=mine&deadline=overdue&drift=3",
        "/admin/translations/?q=page",
    ),
    "matrix": ("/admin/translations/matrix/", "/admin/translations/matrix/?export=csv"),
}


def figures(size: Size) -> Iterator[Figure]:
    """Open the queue and the matrix as each of those who work on English pages, in many ways."""
    people = make_people()
    make_large_site(load_structure(), people, size.pages)
    analyse()
    clients = [signed_in(person) for person in people.values()]
    for view, addresses in VIEWS.items():
        ways = [(client, address) for client in clients for address in addresses]
        remark = f"{size.pages} pages in each language, {len(ways)} ways to open it"
        most = max(queries_of(*way) for way in ways)
        yield Figure(f"queries of the {view}, at most", most, at_most=MOST_QUERIES, remark=remark)
        again = -(-size.times // len(ways))
        yield time_figure(f"the {view} opened", milliseconds(_open, ways * again), remark=remark)


def signed_in(person: User) -> Client:
    """Return a browser in which a person is signed in."""
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def queries_of(client: Client, address: str) -> int:
    """Return how many queries a page of the admin takes that was opened before.

    Raises:
        RuntimeError: it does not open.
    """
    _open((client, address))
    with CaptureQueriesContext(connection) as captured:
        _open((client, address))
    return len(captured)


def _open(way: tuple[Client, str]) -> None:
    client, address = way
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answers with {answer.status_code}.")
    b"".join(answer)  # what is sent in parts asks on the way
