"""English texts that something takes out of a page without anybody having decided that: they are kept in a list."""

from collections.abc import Iterable, Mapping
from typing import Any

from wagtail.models import Page, Revision

from accounts.models import User
from editorial.side_by_side import version_read
from translation.merging.base import published_revision
from translation.merging.merge import texts_of, texts_that_vanish
from translation.merging.models import Leftover
from translation.merging.report import Left
from translation.truth.measuring import parts_of_revision, path_key


def keep(page: Page, held_by: Revision | None, texts: Iterable[Left], reason: Leftover.Reason, user: User) -> None:
    """Keep English texts of a page that are not in its newest version any more.

    Args:
        held_by: the English revision that held them last.
    """
    for left in texts:
        Leftover.objects.create(
            page_id=page.pk,
            path=".".join(left.path),
            label=left.label,
            text=left.text,
            markup=left.markup,
            revision=held_by,
            reason=reason,
            user=user,
        )


def leftovers_of(page: Page) -> list[Leftover]:
    """Return the English texts of a page that have no place, the newest first, with labels in the language of now.

    What is kept with each is in the language of whoever was at work then.
    """
    found = list(Leftover.objects.filter(page_id=page.pk).select_related("revision"))
    labels: dict[int, dict[str, str]] = {}
    for each in found:
        if each.revision is None:
            continue
        if each.revision.pk not in labels:
            parts = parts_of_revision(each.revision)
            labels[each.revision.pk] = {path_key(path): part.label for path, part in parts.items()}
        each.label = labels[each.revision.pk].get(each.path, each.label)
    return found


def keep_what_was_not_read(page: Page, posted: Mapping[str, Any], user: User) -> None:
    """Keep the English texts that somebody else has saved meanwhile, before a version is saved that lacks them.

    What the person had in front of them and has taken out, they have taken out. Words that are Polish still are left.

    Args:
        page: as it is about to be saved, its specific class.
        posted: the data of the editor's form.
        user: who saves it.
    """
    newest = page.get_latest_revision()
    if newest is None or (opened := version_read(posted, newest)) == newest:
        return
    polish = published_revision(page)
    known = {text for each in (opened, polish) if each for text in texts_of(type(page), each.content)}
    gone = texts_that_vanish(type(page), newest.content, page.serializable_data())
    keep(page, newest, [left for left in gone if left.text not in known], Leftover.Reason.OVERTAKEN, user)
