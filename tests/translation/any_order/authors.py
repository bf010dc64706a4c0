"""What authors and their editors do to the Polish pages."""

from random import Random

from hypothesis import strategies as st

from tests.translation.any_order.desk import Desk, approvers, pages, randoms, step
from tests.translation.any_order.edits import Content, change_a_line, change_structure
from tests.translation.any_order.sentences import any_fact, fact_in, name_in, polish

authors = st.sampled_from(["author", "author2"])
changes = st.lists(st.sampled_from(["fact", "words", "slip", "new", "add", "remove", "move"]), min_size=1, max_size=3)


class Authors(Desk):
    """Steps about Polish pages."""

    def change(self, content: Content, random: Random, how: list[str]) -> None:
        """Change a Polish text in some places, or its structure."""
        for each in how:
            if each in ("add", "remove", "move"):
                change_structure(content, random, each, lambda: self.glossary.sentences.polish(random))
            else:
                change_a_line(content, random, lambda line, each=each: self._other(line, random, each))

    def _other(self, line: str, random: Random, how: str) -> str:
        fact = fact_in(line)
        if how == "new" or not name_in(line):
            return self.glossary.sentences.polish(random)
        if how == "fact":
            return polish(name_in(line), any_fact(random, fact.kind or "amount"), 0)
        return polish(name_in(line), fact, 1 if how == "words" else 2)

    @step(who=authors, page=pages, how=changes, random=randoms)
    def write(self, who: str, page: int, how: list[str], random: Random) -> None:
        """Change a draft."""
        self.edit(who, self.sources[page], lambda content: self.change(content, random, how))

    @step(page=pages, approver=approvers, keeps_meaning=st.booleans())
    def publish(self, page: int, approver: str, keeps_meaning: bool) -> None:
        """Submit what is there, perhaps as of the same meaning, and have it approved."""
        self.submit_polish(page, keeps_meaning)
        self.office.decide(approver, self.sources[page], "approve")

    def submit_polish(self, page: int, keeps_meaning: bool) -> None:
        """Submit what is there."""
        more = {"keeps_meaning": "on"} if keeps_meaning else {}
        self.edit("author", self.sources[page], lambda _content: None, "submit", **more)

    @step(page=pages, how=changes, random=randoms, keeps_meaning=st.booleans())
    def change_for_readers(self, page: int, how: list[str], random: Random, keeps_meaning: bool) -> None:
        """Change a page and publish it in one go, so that most plays get somewhere."""
        self.write("author", page, how, random)
        self.publish(page, "editor", keeps_meaning)

    @step(page=pages, how=changes, random=randoms, later=st.booleans())
    def change_in_an_emergency(self, page: int, how: list[str], random: Random, later: bool) -> None:
        """Publish a change on one's own word, which is confirmed at once or perhaps later."""
        self.write("author", page, how, random)
        self.office.publish_in_emergency("editor", self.sources[page])
        if not later:
            self.office.confirm("editor2", self.sources[page])

    @step(page=pages, back=st.integers(1, 3))
    def bring_back_polish(self, page: int, back: int) -> None:
        """Bring an older version back as a draft."""
        self.office.bring_back("author", self.sources[page], back)

    @step(page=pages, kind=st.sampled_from(["error", "withdrawn"]), with_english=st.booleans())
    def take_down(self, page: int, kind: str, with_english: bool) -> None:
        """Take a page down or mark it as withdrawn."""
        self.office.take_down("editor", self.sources[page], kind, with_english=with_english)

    @step(page=pages, what=st.sampled_from(["reinstate", "move", "try_to_delete_polish"]))
    def take_a_step_with_polish(self, page: int, what: str) -> None:
        """Do one of the things that are rarely done."""
        getattr(self, what)(page)

    def reinstate(self, page: int) -> None:
        """Lift a withdrawal."""
        self.office.post("editor", "editorial:reinstate", self.sources[page])

    def move(self, page: int) -> None:
        """Move the last page elsewhere."""
        self.office.move("editor", self.sources[-1], self.places[page % 2])

    def try_to_delete_polish(self, page: int) -> None:
        """Ask for the deletion of what was public."""
        self.office.post("administrator", "wagtailadmin_pages:delete", self.sources[page])
