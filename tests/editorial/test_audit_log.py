"""The audit log tells who did what and why, on the screen and in files that run nowhere."""

import csv
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from editorial.take_downs import TakeDown
from editorial.taking_down import reinstate, take_down

ADDRESS = "editorial:audit_log"


@pytest.fixture
def log_of(client, people):
    """Returns a function that opens the log as somebody."""

    def read(name, **query):
        client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
        return client.get(reverse(ADDRESS), query)

    return read


@pytest.fixture
def withdrawn(news, people):
    """A page that was withdrawn with a reason that a spreadsheet would calculate."""
    take_down(news, people["editor"], TakeDown.Kind.WITHDRAWN, texts={"pl": "=1+1 nie działa"})
    return news


def test_log_tells_who_did_what_and_why(log_of, withdrawn):
    html = log_of("administrator").content.decode()
    for text in ("Nowa ścieżka", "=1+1 nie działa", "editor"):
        assert text in html


@pytest.mark.parametrize("name", ["author", "translator", "member_editor"])
def test_only_who_may_publish_reads_it(log_of, withdrawn, name):
    assert log_of(name).status_code == 302


def test_csv_holds_the_reason_as_text(log_of, withdrawn):
    response = log_of("editor", export="csv")
    rows = list(csv.DictReader(b"".join(response.streaming_content).decode().splitlines()))
    (row,) = [row for row in rows if "1+1" in "".join(row.values())]
    assert list(row.values())[1] == "Nowa ścieżka"
    assert "'=1+1 nie działa" in row.values()


def test_xlsx_holds_the_reason_as_text(log_of, withdrawn):
    response = log_of("editor", export="xlsx")
    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value and "1+1" in str(cell.value)]
    assert (cell.data_type, cell.value) == ("s", "=1+1 nie działa")


def test_number_of_entries_costs_no_query(log_of, withdrawn, people):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert log_of("editor").status_code == 200
        return len(captured)

    queries()
    before = queries()
    for number in range(3):
        reinstate(withdrawn, people["editor"])
        take_down(withdrawn, people["editor"], TakeDown.Kind.WITHDRAWN, texts={"pl": f"Powód {number}"})
    assert queries() <= before


def test_menu_leads_to_our_log_and_not_to_wagtails(client, people):
    client.force_login(people["editor"], backend="django.contrib.auth.backends.ModelBackend")
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse(ADDRESS) in html
    assert reverse("wagtailadmin_reports:site_history") not in html
