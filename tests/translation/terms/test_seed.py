"""The terms that a new site starts with."""

import re

import pytest

from translation.terms.matching import TermIndex
from translation.terms.models import Glossary, Term
from translation.terms.problems import problems_of
from translation.terms.seeding import add_seed, read_seed, remove_seed

SEED = read_seed()


@pytest.fixture(scope="module")
def index():
    return TermIndex(Term(pk=number, **fields) for number, fields in enumerate(SEED, start=1))


def test_there_are_at_least_fifty_each_with_a_note():
    assert len(SEED) >= 50
    assert all(fields["note"] and fields["kind"] in Term.Kind.values for fields in SEED)


@pytest.mark.parametrize("fields", SEED, ids=lambda fields: fields["polish"])
def test_each_can_be_found_and_told_from_the_others(index, fields):
    Term(**fields).clean_fields(exclude=["created_by", "changed_by"])
    Term(**fields).clean()
    (hit,) = index.find(fields["polish"])
    assert (hit.term.polish, hit.end) == (fields["polish"], len(fields["polish"]))
    assert not problems_of({(): [fields["polish"]]}, {(): [fields["english"]]}, index)


@pytest.mark.parametrize(
    ("polish", "english"),
    [
        ("Radą gminy kieruje przewodniczący.", "municipal council"),
        ("na walnych zebraniach członków", "general meeting of members"),
        ("decyzją komisji rewizyjnej", "audit committee"),
        ("z prezydentami miast", "mayor"),
        ("jednostkom samorządu terytorialnego", "local government unit"),
        ("w Krajowym Rejestrze Sądowym", "National Court Register"),
        ("miejskich obszarów funkcjonalnych", "functional urban area"),
        ("ogłosiliśmy nabory wniosków", "call for applications"),
        ("sołectwom", "village unit"),
        ("starostów", "county head"),
    ],
)
def test_each_is_found_in_running_text(index, polish, english):
    assert [hit.term.english for hit in index.find(polish)] == [english]


@pytest.mark.parametrize(
    ("polish", "english"),
    [
        ("Zarząd stowarzyszenia obraduje.", "The management board of the association meets."),
        ("Projekt ustawy trafił do Sejmu.", "The bill went to the Sejm."),
        ("Ustawa zastąpi projekt ustawy.", "The act will take the place of the bill."),
        ("Dotacje i darowizny", "Grants and donations"),
        ("Przetarg albo licytacja", "A tender or an auction"),
        ("Sesja rady gminy", "A session of the municipal council"),
        ("Sesja rady powiatu", "A county council session"),
    ],
)
def test_good_english_is_not_found_fault_with(index, polish, english):
    assert not problems_of({(): [polish]}, {(): [english]}, index)


@pytest.mark.parametrize(
    ("polish", "english"),
    [pair for fields in SEED for pair in re.findall("„([^”]+)” to „([^”]+)”", fields["note"])],
)
def test_examples_of_notes_keep_to_the_glossary(index, polish, english):
    assert not problems_of({(): [polish]}, {(): [english]}, index)


def test_a_new_site_has_them(db):
    assert Term.objects.filter(polish__in=[fields["polish"] for fields in SEED]).count() == len(SEED)
    assert Glossary.current().number


def test_loading_again_leaves_what_staff_have_written(people):
    term = Term.objects.get(polish="gmina")
    term.english, term.changed_by = "community", people["translator"]
    term.save()
    add_seed(Term, Glossary)
    term.refresh_from_db()
    assert term.english == "community"
    assert Term.objects.count() == len(SEED)


def test_undone_what_staff_have_written_stays(people):
    Term.objects.filter(polish="powiat").update(changed_by=people["editor"])
    Term.objects.create(polish="dożynki", english="harvest festival", created_by=people["translator"])
    remove_seed(Term)
    assert {term.polish for term in Term.objects.all()} == {"powiat", "dożynki"}
