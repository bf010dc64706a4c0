"""What translators and those who approve do to the English pages."""

from random import Random

from hypothesis import strategies as st

from recycle_bin.models import BinnedPage
from tests.translation.any_order.desk import Desk, actions, approvers, facts_beside, pages, randoms, step
from tests.translation.any_order.edits import change_a_line, change_structure
from tests.translation.any_order.sentences import Fact
from translation.models import MemoryUnit

translators = st.sampled_from(["translator", "translator2", "editor2"])
shares = st.sampled_from([0.5, 0.1, 1.0])
saves = st.sampled_from(["", "submit", "autosave"])
STEPS = ("bring_over", "settle", "say_true", "give_reasons", "take_out", "dismiss")
STEPS_OF_EDITORS = ("take_back", "confirm", "confirm_the_first", "withhold_or_lift", "delete_and_restore")


class Translators(Desk):
    """Steps about English pages."""

    @step(who=translators, page=pages, share=shares, honest=st.booleans(), action=saves, random=randoms)
    def translate(self, who: str, page: int, share: float, honest: bool, action: str, random: Random) -> None:
        """Write English texts into the fields, true ones or any, and save or submit them."""
        if english := self.english(page):
            opened = self.office.open(english)
            content = self.translated(opened, random, share, honest=honest)
            self.office.save(who, opened, content, action)

    @step(who=translators, page=pages, action=actions, random=randoms)
    def restructure(self, who: str, page: int, action: str, random: Random) -> None:
        """Add, remove or move a part of an English page."""
        if english := self.english(page):

            def write() -> str:
                return self.glossary.sentences.english(random, Fact())

            self.edit(who, english, lambda content: change_structure(content, random, action, write))

    @step(page=pages, share=shares, honest=st.booleans(), approver=approvers, random=randoms)
    def translate_for_readers(self, page: int, share: float, honest: bool, approver: str, random: Random) -> None:
        """Bring over the structure, translate, give reasons, submit and approve, so that most plays get somewhere."""
        self.bring_over(page)
        self.translate("translator", page, share, honest, "", random)
        self.give_reasons(page)
        self.submit("translator", page)
        self.decide(page, approver, "approve", "listing")

    @step(page=pages, what=st.sampled_from(STEPS))
    def take_a_step(self, page: int, what: str) -> None:
        """Do one of the things that a translator does with a page as a whole."""
        getattr(self, what)(page)

    @step(page=pages, what=st.sampled_from(STEPS_OF_EDITORS))
    def take_a_step_as_an_editor(self, page: int, what: str) -> None:
        """Do one of the things that others do with it."""
        getattr(self, what)(page)

    def submit(self, who: str, page: int) -> None:
        """Submit what is there, beside the Polish text of now."""
        if english := self.english(page):
            self.edit(who, english, lambda _content: None, "submit")

    @step(who=translators, page=pages)
    def leave_open(self, who: str, page: int) -> None:
        """Open an English page and leave it open."""
        if english := self.english(page):
            self.tabs[who, page] = self.office.open(english)

    @step(who=translators, page=pages, share=shares, honest=st.booleans(), action=saves, random=randoms)
    def save_what_was_left_open(
        self, who: str, page: int, share: float, honest: bool, action: str, random: Random
    ) -> None:
        """Translate in what was opened before, whoever has saved meanwhile, and save it."""
        if opened := self.tabs.pop((who, page), None):
            self.office.save(who, opened, self.translated(opened, random, share, honest=honest), action)

    @step(first=translators, second=translators, page=pages, share=shares, random=randoms)
    def work_at_the_same_time(self, first: str, second: str, page: int, share: float, random: Random) -> None:
        """Two open the same version; one saves after the other."""
        self.leave_open(second, page)
        self.translate(first, page, share, True, "", random)
        self.save_what_was_left_open(second, page, share, True, "", random)

    @step(who=translators, page=pages, random=randoms)
    def carry_from_memory(self, who: str, page: int, random: Random) -> None:
        """Carry a text that the memory has into a field."""
        texts = list(MemoryUnit.objects.order_by("pk").values_list("target", flat=True))
        if texts and (english := self.english(page)):
            chosen = random.choice(texts)
            self.edit(who, english, lambda content: change_a_line(content, random, lambda _line: chosen))

    def bring_over(self, page: int) -> None:
        """Bring the Polish structure over."""
        if english := self.english(page):
            self.office.bring_over("translator", english)

    def dismiss(self, page: int) -> None:
        """Dismiss a text without a place."""
        if english := self.english(page):
            self.office.dismiss("translator", english)

    def settle(self, page: int) -> None:
        """Say that no changed passage needs other English."""
        if english := self.english(page):
            self.office.settle("translator", english)

    def say_true(self, page: int) -> None:
        """Say that the page is true again."""
        if english := self.english(page):
            self.office.say_true("translator", english)

    def give_reasons(self, page: int) -> None:
        """Say why what the checks have found may stay."""
        if english := self.english(page):
            self.office.give_reasons("translator", english)

    def take_out(self, page: int) -> None:
        """Take the texts out as a file."""
        if english := self.english(page):
            self.files[page] = self.office.take_out("translator", english)

    @step(page=pages, share=shares, honest=st.booleans(), random=randoms)
    def take_in(self, page: int, share: float, honest: bool, random: Random) -> None:
        """Translate in the file that was taken out, or in one of now, and take it in."""
        if not (english := self.english(page)):
            return
        facts = facts_beside(self.office.open(english))

        def translate(polish: str, before: str) -> str:
            if random.random() >= share or "<" in polish:
                return before
            return self.glossary.english_of(polish, facts, random, honest=honest)

        data = self.files.pop(page, None) or self.office.take_out("translator", english)
        self.office.take_in("translator", english, data, translate)

    @step(who=translators, page=pages, back=st.integers(1, 3))
    def bring_back(self, who: str, page: int, back: int) -> None:
        """Bring an older version back as a draft."""
        if english := self.english(page):
            self.office.bring_back(who, english, back)

    def delete_and_restore(self, page: int) -> None:
        """Delete an English draft; bring it back, or start it again, the next time."""
        if not (english := self.english(page)):
            self.office.start("translator", self.sources[page], "A title")
        elif BinnedPage.objects.filter(page=english).exists():
            self.office.post("administrator", "recycle_bin:restore", english)
        else:
            self.office.post("administrator", "wagtailadmin_pages:delete", english)

    @step(
        page=pages,
        who=approvers,
        action=st.sampled_from(["approve", "approve", "reject"]),
        where=st.sampled_from(["listing", "editor"]),
    )
    def decide(self, page: int, who: str, action: str, where: str) -> None:
        """Approve or send back what waits."""
        if english := self.english(page):
            self.office.decide(who, english, action, where)

    def take_back(self, page: int) -> None:
        """Take a submission back."""
        if english := self.english(page):
            self.office.post("translator", "editorial:take_back", english, reason="")

    @step(page=pages, share=shares, honest=st.booleans(), later=st.booleans(), random=randoms)
    def publish_in_an_emergency(self, page: int, share: float, honest: bool, later: bool, random: Random) -> None:
        """Publish other English on one's own word; it is confirmed at once, or perhaps later."""
        self.translate("translator", page, share, honest, "", random)
        if english := self.english(page):
            self.office.publish_in_emergency("editor", english)
            if not later:
                self.confirm(page)

    def confirm(self, page: int) -> None:
        """Confirm what was published in an emergency."""
        if english := self.english(page):
            self.office.confirm("administrator", english)

    def confirm_the_first(self, page: int) -> None:
        """Confirm the oldest emergency that nobody has confirmed, whatever readers see now."""
        if english := self.english(page):
            self.office.confirm("administrator", english, newest=False)

    @step(page=pages, kind=st.sampled_from(["error", "withdrawn"]))
    def take_down_english(self, page: int, kind: str) -> None:
        """Take an English page down or mark it as withdrawn."""
        if english := self.english(page):
            self.office.take_down("editor", english, kind, with_english=False)

    def withhold_or_lift(self, page: int) -> None:
        """Leave a page untranslated, or have it translated after all."""
        for name in ("translation:lift", "translation:withhold"):
            self.office.post("editor", name, self.sources[page], reason="Only for readers in Poland.")
