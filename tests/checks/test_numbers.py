"""Numbers of persons and of accounts. All are made up; only their check digits are right."""

import pytest

from checks.numbers import accounts_in, pesels_in
from core.models import AssociationSettings

PESEL = "44051401359"
ACCOUNT = "61109010140000071219812874"
GROUPED = "61 1090 1014 0000 0712 1981 2874"


@pytest.mark.parametrize("text", [f"PESEL {PESEL}", f"PESEL:{PESEL}.", f"({PESEL}),", f"{PESEL} 5 maja", PESEL])
def test_a_pesel_is_found(text):
    assert list(pesels_in(text)) == [PESEL]


@pytest.mark.parametrize(
    "text",
    [
        "44051401358",  # another check digit
        "44991401353",  # no such month
        f"1{PESEL}",
        f"{PESEL}0",
        f"+{PESEL}",
        f"sprawa 12/{PESEL}",
        f"12.{PESEL}",
        "48 600 000 000",
        ACCOUNT,
        "",
    ],
)
def test_other_digits_are_no_pesel(text):
    assert list(pesels_in(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        ACCOUNT,
        f"PL{ACCOUNT}",
        GROUPED,
        f"PL {GROUPED}",
        GROUPED.replace(" ", "-"),
        GROUPED.replace(" ", "\u00a0"),
        f"nr 5 {GROUPED} 2026 r.",
        f"Konto: {GROUPED}.",
        "6110 9010 1400 0007 1219 8128 74",
    ],
)
def test_an_account_is_found(text):
    assert list(accounts_in(text)) == [ACCOUNT]


@pytest.mark.parametrize(
    "text",
    [
        "62 1090 1014 0000 0712 1981 2874",
        f"{ACCOUNT}1",
        f"1{ACCOUNT}",
        "1090 1014 0000 0712 1981 2874",
        " ".join(ACCOUNT),
        "",
    ],
)
def test_other_digits_are_no_account(text):
    assert list(accounts_in(text)) == []


def test_both_are_found_where_they_stand_and_not_repeated_in_full(db, news_of, found):
    from checks.findings import findings_in

    page = news_of(("text", f"<p>PESEL {PESEL}</p><p>Konto {GROUPED}</p>"))
    findings = {finding.check: finding for finding in findings_in(page)}
    assert {"pesel", "bank-account"} <= findings.keys()
    for finding in findings.values():
        assert finding.blocks
        assert finding.excusable
        assert PESEL not in f"{finding}"
        assert GROUPED not in f"{finding}"


def test_the_associations_own_account_may_be_published(structure, found):
    assert found("bank-account", lead=f"Wpłaty: {GROUPED}") == ["lead"]
    site = structure["pl"].home.get_site()
    AssociationSettings.objects.update_or_create(site=site, defaults={"bank_account": f"PL {GROUPED}"})
    assert found("bank-account", lead=f"Wpłaty: {GROUPED}") == []
