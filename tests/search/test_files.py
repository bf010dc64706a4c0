"""The text inside of files is found with the pages that show them, and quoted."""

import io
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from content.factories import block, make_news
from content.pdf import make_pdf
from library.models import CustomDocument
from search.files import extraction, following, reading
from search.models import DocumentText

State = DocumentText.State
DOCX = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>Kwiaciar</w:t></w:r><w:r><w:t>nie dworcowe</w:t></w:r></w:p><w:p><w:r><w:t>Drugi</w:t><w:tab/><w:t>akapit"
    "</w:t></w:r></w:p></w:body></w:document>"
)
ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><text:h>Kwiaciarnie</text:h>'
    "<text:p>Przy<text:s/>dworcu <text:span>głównym</text:span></text:p></office:body></office:document-content>"
)


def packed(name, content):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def make(content, name="plan.pdf", title="Plan kwiatowy"):
    """Save a document as an upload does, without reading it."""
    document = CustomDocument(title=title, file=ContentFile(content, name), file_size=len(content))
    document.save()
    return document


def show(document, section, **fields):
    """Make a page that shows the document."""
    files = {"heading": "", "files": [{"document": document.pk, "title": "Plik", "language": "pl", "description": ""}]}
    return make_news(section, body=[block(uuid4(), "files", files)], **fields)


def know(document, text):
    """Let the text of a document be known without reading its file."""
    DocumentText.objects.get(document=document).delete()
    return DocumentText.objects.create(document=document, text=text, state=State.READ, file_name=document.file.name)


@pytest.fixture
def document(db):
    made = make(b"%PDF-1.7 nothing of a PDF")
    know(made, "Otwarcie.\n" + "Zdanie bez znaczenia. " * 2000 + "Tu stoi budka z gofrownicami miejskimi.")
    return made


def ask(client, typed, address="/szukaj/"):
    return client.get(address, {"q": typed})


def found(response):
    return [(result.title, result.file) for result in response.context["results"]]


# Reading


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        ("pdf", make_pdf("Tytuł", ["Źdźbło i kwiaciarnie dworcowe."], "pl"), "Źdźbło i kwiaciarnie dworcowe."),
        ("docx", packed("word/document.xml", DOCX), "Kwiaciarnie dworcowe\nDrugi akapit\n"),
        ("odt", packed("content.xml", ODT), "Kwiaciarnie\nPrzy dworcu głównym\n"),
    ],
)
def test_text_is_taken_out(kind, content, expected):
    assert expected in reading.read_text(kind, io.BytesIO(content))


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST_XML", 100)
    with pytest.raises(reading.TooLargeError):
        reading.read_text("docx", io.BytesIO(packed("word/document.xml", DOCX)))


def test_text_is_cut_where_it_is_too_long(monkeypatch):
    monkeypatch.setattr(reading, "MOST_TEXT", 5)
    assert reading.read_text("docx", io.BytesIO(packed("word/document.xml", DOCX))) == "Kwiac"


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>' + DOCX


@pytest.mark.parametrize(
    ("name", "content", "state"),
    [
        ("a.pdf", make_pdf("Tytuł", ["Kwiaciarnie."], "pl"), State.READ),
        ("a.pdf", b"%PDF-1.7 nothing of a PDF", State.BROKEN),
        ("a.docx", b"no archive", State.BROKEN),
        ("a.docx", packed("word/document.xml", BOMB), State.BROKEN),
        ("a.odt", packed("content.xml", "<a/>"), State.EMPTY),
    ],
)
def test_a_document_says_what_became_of_it(db, name, content, state):
    document = make(content, name)
    assert document.searched_text.state == State.WAITING
    following.read_document.call(document.pk)
    assert DocumentText.objects.get(document=document).state == state


def test_a_file_that_takes_too_long_is_given_up(db, monkeypatch):
    monkeypatch.setattr(extraction, "SECONDS", 0)
    assert extraction.extract(make(b"%PDF-")) == (State.TOO_LARGE, "")


def test_a_file_that_is_too_large_is_not_opened(db, monkeypatch):
    monkeypatch.setattr(extraction, "LARGEST_FILE", 3)
    assert extraction.extract(make(b"%PDF-")) == (State.TOO_LARGE, "")


def test_a_file_that_eats_memory_is_stopped(db, monkeypatch, tmp_path):
    program = tmp_path / "reading.py"
    limit = "MOST_MEMORY = 768 * 1024 * 1024"
    text = Path(reading.__file__).read_text(encoding="utf-8")
    assert limit in text
    program.write_text(text.replace(limit, "MOST_MEMORY = 1024 * 1024"), encoding="utf-8")
    monkeypatch.setattr(extraction.reading, "__file__", str(program))
    assert extraction.extract(make(make_pdf("Tytuł", ["Kwiaciarnie."], "pl")))[0] in {State.TOO_LARGE, State.BROKEN}


def test_a_new_document_is_read_after_it_was_saved(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        document = make(packed("word/document.xml", DOCX), "a.docx")
    assert DocumentText.objects.get(document=document).text.startswith("Kwiaciarnie dworcowe")


def test_a_new_file_is_read_anew_and_the_same_is_not(document, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        document.title = "Inny"
        document.save()
    assert callbacks == []
    document.file = ContentFile(b"%PDF-", "b.pdf")
    document.save()
    text = DocumentText.objects.get(document=document)
    assert (text.state, text.text) == (State.WAITING, "")


def test_other_kinds_of_files_are_left_alone(db):
    make(b"a,b", "a.csv")
    assert not DocumentText.objects.exists()


def test_the_command_reads_what_was_left(document, monkeypatch):
    waiting = make(b"", "b.docx")
    read = []
    monkeypatch.setattr(following, "extract", lambda each: (read.append(each.pk), (State.EMPTY, ""))[1])
    call_command("read_documents", verbosity=0)
    assert read == [waiting.pk]
    call_command("read_documents", again=True, verbosity=0)
    assert read == [waiting.pk, document.pk, waiting.pk]


# Finding


@pytest.mark.each_case
def test_a_page_is_found_by_a_word_in_its_file_and_quotes_it(client, structure, document):
    page = show(document, structure["pl"].sections["news"])
    response = ask(client, "gofrownica budki")
    assert found(response) == [(page.title, "Plan kwiatowy")]
    [result] = response.context["results"]
    assert "<mark>budka</mark> z <mark>gofrownicami</mark>" in result.lead
    assert result.lead.startswith("W pliku „Plan kwiatowy”: …")


def test_words_in_the_page_come_before_those_in_its_file(client, structure, document):
    by_file = show(document, structure["pl"].sections["news"])
    by_itself = make_news(structure["pl"].sections["news"], lead="Budka z gofrownicą.")
    later = show(document, structure["pl"].sections["news"])
    assert [title for title, _file in found(ask(client, "gofrownice"))] == [
        by_itself.title,
        later.title,
        by_file.title,
    ]


@pytest.mark.each_case
def test_english_pages_are_found_by_english_forms(client, structure, document):
    know(document, "The waffle irons of two towns.")
    page = show(document, structure["en"].sections["news"])
    assert found(ask(client, "waffle iron town", "/en/search/")) == [(page.title, "Plan kwiatowy")]
    assert found(ask(client, "waffle iron town")) == []


def _restrict_page(page, document):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def _restrict_collection(page, document):
    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")


@pytest.mark.each_case
@pytest.mark.parametrize("close", [_restrict_page, _restrict_collection])
def test_closed_pages_and_collections_give_nothing_away(client, structure, document, close):
    page = show(document, structure["pl"].sections["news"])
    assert found(ask(client, "gofrownice"))
    close(page, document)
    assert found(ask(client, "gofrownice")) == []


def test_drafts_and_documents_of_no_page_give_nothing_away(client, structure, document):
    assert found(ask(client, "gofrownice")) == []
    show(document, structure["pl"].sections["news"], live=False)
    assert found(ask(client, "gofrownice")) == []


def test_a_draft_of_a_live_page_gives_nothing_away(client, structure, document):
    page = make_news(structure["pl"].sections["news"])
    files = {"heading": "", "files": [{"document": document.pk, "title": "Plik", "language": "pl", "description": ""}]}
    page.body = [*page.body.raw_data, block(uuid4(), "files", files)]
    page.save_revision()
    assert found(ask(client, "gofrownice")) == []


def test_files_cost_no_query_more(client, structure, document, django_assert_max_num_queries):
    show(document, structure["pl"].sections["news"])
    ask(client, "gofrownice")
    with django_assert_max_num_queries(8):
        ask(client, "gofrownice")


def test_staff_see_what_became_of_files(client, people, document):
    client.force_login(people["editor"])
    content = client.get(reverse("search_admin:files")).content.decode()
    assert "Plan kwiatowy" in content
    assert "jest przeszukiwany" in content
