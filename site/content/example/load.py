"""Loads the example set: once, in both languages, so that running it again changes nothing."""

from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from wagtail.models import Collection, Page

from accounts.models import User
from content.example import refuse_outside_development
from content.example.accounts import make_accounts
from content.example.association import describe_association
from content.example.days import day_of, moment_of
from content.example.home import add_sections, raise_alert
from content.example.items import is_loaded, remember
from content.example.pictures import CREDIT, PICTURES
from content.example.texts import MARK, SOURCE, Body, read
from content.loading import add_page, key_of, put_page
from content.pdf import make_pdf
from content.structure import Structure, load_structure
from core.models import BasePage
from editorial.publishing import publish_loaded_content
from library.models import CustomDocument, CustomImage
from members.models import MemberPage
from news.models import EventPage, NewsPage
from notifications.posting import nobody_is_told
from publications.models import PublicationPage

COLLECTION = "Przykłady"
REASON = "Example content"
EVENT_TEXTS = ("lead", "place", "accessibility", "registration", "cost", "organiser", "state_note")
LANGUAGES = ("pl", "en")  # the Polish page first: the English one takes from it what is not language


def load_example() -> bool:
    """Load the example set, unless it is there. What staff have changed of it or deleted stays so.

    Returns:
        Whether it was loaded now.

    Raises:
        ExampleRefused: DEBUG is off, or an account that is not ours is in the way.
    """
    refuse_outside_development()
    files: list[FieldFile] = []
    try:
        with transaction.atomic():
            people = make_accounts()
            if is_loaded():
                return False
            _Loader(load_structure(), people, files).load()
    except BaseException:
        for file in files:  # the database forgets by itself what a failed load wrote, the disk does not
            file.storage.delete(str(file.name))
        raise
    return True


class _Loader:
    """One run of the loader, with what it has made so far."""

    def __init__(self, structure: dict[str, Structure], people: dict[str, User], files: list[FieldFile]) -> None:
        self.structure = structure
        self.people = people
        self.files = files
        self.images: dict[str, CustomImage] = {}
        self.documents: dict[str, CustomDocument] = {}
        self.pages: dict[tuple[str, str], Page] = {}
        for language, pages in structure.items():
            for kind in ("section", "goal", "area"):
                for name, page in getattr(pages, f"{kind}s").items():
                    self.pages[f"{kind}/{name}", language] = page

    def load(self) -> None:
        """Make everything, so that each page comes after what it links to."""
        self.collection = Collection.get_first_root_node().add_child(name=COLLECTION)
        remember("collection", self.collection)
        describe_association()
        self._draw_images()
        self._write_documents()
        for name, entry in read("members").items():
            self._load_member(name, entry)
        for name, entry in read("publications").items():
            self._load_publication(name, entry)
        for name, entry in read("news").items():
            self._load_news(name, entry)
        for name, entry in read("events").items():
            self._load_event(name, entry)
        for language in LANGUAGES:
            add_sections(self.structure[language].home, language, self.images)
        raise_alert()

    def _draw_images(self) -> None:
        for name, (title, ending, draw) in PICTURES.items():
            file = ContentFile(draw(), f"przyklad-{name}.{ending}")
            image = CustomImage(title=title, file=file, collection=self.collection, credit=CREDIT, file_size=file.size)
            image.save()
            image.get_file_hash()
            self._keep(f"image:{name}", image)
            self.images[name] = image

    def _write_documents(self) -> None:
        for name, entry in read("documents").items():
            content = make_pdf(entry["title"], entry["text"], entry["language"])
            file = ContentFile(content, f"przyklad-{name}.pdf")
            document = CustomDocument(
                title=entry["title"], file=file, collection=self.collection, file_size=len(content)
            )
            document.save()
            document.get_file_hash()
            self._keep(f"document:{name}", document)
            self.documents[name] = document

    def _keep(self, key: str, item: CustomImage | CustomDocument) -> None:
        self.files.append(item.file)
        remember(key, item)

    def _load_member(self, name: str, entry: dict[str, Any]) -> None:
        shared = {
            **entry["shared"],
            "population_date": "2025-12-31",
            "area_date": "2025-12-31",
            "coat_of_arms": self.images[f"arms-{entry['arms']}"],
        }
        for language in LANGUAGES:
            self._put(
                MemberPage,
                f"member/{name}",
                language,
                entry,
                shared,
                summary=entry["summary"][language],
                population_source=SOURCE[language],
                area_source=SOURCE[language],
            )

    def _load_publication(self, name: str, entry: dict[str, Any]) -> None:
        shared = {
            **entry["shared"],
            "cover": self.images[f"cover-{entry['cover']}"],
            "areas": [self.pages[f"area/{area}", "pl"] for area in entry["areas"]],
        }
        for language in entry["title"]:
            key = key_of("example", "publication", name)
            self._put(
                PublicationPage,
                f"publication/{name}",
                language,
                entry,
                shared,
                summary=entry["summary"][language],
                files=self._body(language).files(key, entry["files"]),
            )

    def _load_event(self, name: str, entry: dict[str, Any]) -> None:
        when, today = entry["when"], timezone.localdate()
        shared = {
            **entry["shared"],
            "starts_at": moment_of(when["starts"], today),
            "ends_at": moment_of(when["ends"], today),
            "all_day": when.get("all_day", False),
            "registration_deadline": day_of(when["registration"], today) if "registration" in when else None,
            **self._relations(entry),
        }
        for language in entry["title"]:
            self._put(
                EventPage,
                f"event/{name}",
                language,
                entry,
                shared,
                **{field: entry[field][language] for field in EVENT_TEXTS if field in entry},
                **self._lead_image(entry, language),
            )

    def _relations(self, entry: dict[str, Any]) -> dict[str, Any]:
        """Return the areas and members that an entry names."""
        return {
            "areas": [self.pages[f"area/{area}", "pl"] for area in entry["areas"]],
            "members": [self.pages[f"member/{member}", "pl"] for member in entry.get("members", [])],
        }

    def _lead_image(self, entry: dict[str, Any], language: str) -> dict[str, Any]:
        """Return the image of an entry, if it has one, with the words for it in a language."""
        if "image" not in entry:
            return {}
        return {"lead_image": self.images[entry["image"]], "lead_image_alt": entry["alt"][language]}

    def _load_news(self, name: str, entry: dict[str, Any]) -> None:
        shared = {
            **entry["shared"],
            **self._relations(entry),
        }
        for language in entry["title"]:
            self._put(
                NewsPage,
                f"news/{name}",
                language,
                entry,
                shared,
                lead=entry["lead"][language],
                **self._lead_image(entry, language),
                author_line=entry["author_line"][language],
            )
        if "changed_lead" in entry:
            page = self.pages[f"news/{name}", "pl"].specific
            page.lead = entry["changed_lead"]
            publish_loaded_content(page, REASON)

    def _put(
        self,
        model: type[BasePage],
        name: str,
        language: str,
        entry: dict[str, Any],
        shared: dict[str, Any],
        **fields: Any,
    ) -> None:
        """Make one page in one language, live or in the state that its entry asks for, and keep account of it."""
        kind = name.split("/")[0]
        section = {"member": "members", "publication": "publications", "news": "news", "event": "events"}[kind]
        parent = self.structure[language].sections[section]
        key = key_of("example", *name.split("/"))
        fields = {
            "title": f"{entry['title'][language]} {MARK[language]}",
            "slug": entry["slug"][language],
            "body": self._body(language).blocks(key, entry["body"]),
            **(shared if language == "pl" else {}),
            **fields,
        }
        if language == "pl" and "owner" in entry:
            fields["owner"] = self.people[entry["owner"]]
        if "state" in entry:
            page: BasePage = self._leave_undone(model, parent, key, language, entry["state"], fields)
        else:
            page, _created = put_page(model, parent, key, language, REASON, **fields)
        remember(f"page:{name}/{language}", page)
        self.pages[name, language] = page

    def _leave_undone(
        self, model: type[BasePage], parent: Page, key: Any, language: str, state: str, fields: dict[str, Any]
    ) -> BasePage:
        """Make a draft of the author's, and submit it if asked."""
        author = self.people["autor"]
        page = add_page(model, parent, key, language, owner=author, **fields)
        page.save_revision(user=author, log_action="wagtail.create")
        if state == "submitted":
            with nobody_is_told():  # no one acts on it
                page.get_workflow().start(page, author)
        return page

    def _body(self, language: str) -> Body:
        return Body(
            language,
            lambda name: self.pages[name, language].pk,
            {name: image.pk for name, image in self.images.items()},
            {name: document.pk for name, document in self.documents.items()},
        )
