"""How pairs get into the memory and out of it."""

from collections.abc import Collection, Iterable, Mapping

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Greatest
from wagtail.models import Page

from editorial.records import Approval
from translation.memory import index
from translation.memory.models import MemoryUnit, MemoryUse
from translation.memory.pairing import Pair, pairs_of
from translation.segments import Part, Path

Keys = tuple[int, int]


@transaction.atomic
def remember(
    page: Page, source: Page, polish: Mapping[Path, Part], english: Mapping[Path, Part], approval: Approval
) -> None:
    """Let the memory hold exactly the pairs of an English page as it is live, and no older ones of it.

    Args:
        page: the English page.
        source: the Polish page that it translates.
        polish: the parts of the Polish text that the English one is true to.
        english: the parts of the English text.
        approval: what stands behind the English text.
    """
    pairs = list(pairs_of(polish, english))
    former = _units_of(page.pk)
    units = _stored([pair.unit for pair in pairs], former)
    uses = [_use(pair, units[pair.unit.keys], page, source, approval) for pair in pairs]
    _remove_uses(page.pk)
    MemoryUse.objects.bulk_create(uses)
    now = set(units.values())
    used_at = Value(approval.created_at)
    MemoryUnit.objects.filter(pk__in=now).update(
        last_used_at=Greatest(Coalesce("last_used_at", used_at), used_at)  # one approved before may be settled after
    )
    _drop_unused(former - now)


def _use(pair: Pair, unit_id: int, page: Page, source: Page, approval: Approval) -> MemoryUse:
    return MemoryUse(
        unit_id=unit_id,
        page_id=page.pk,
        source_id=source.pk,
        path=".".join(pair.path),
        index=pair.index,
        sentence=pair.sentence,
        revision_id=approval.revision_id,
        approved_at=approval.created_at,
    )


@transaction.atomic
def forget(page_id: int) -> None:
    """Take the pairs of an English page out of the memory. What another page has too, or an import, stays."""
    if former := _units_of(page_id):
        _locked(Q(pk__in=former))
        _remove_uses(page_id)
        _drop_unused(former)


@transaction.atomic
def take_in(units: Iterable[MemoryUnit]) -> None:
    """Add pairs that need no page of the site to live, such as those of an agency.

    Args:
        units: as `MemoryUnit.of` makes them.
    """
    wanted = list(units)
    for unit in wanted:
        unit.is_imported = True
    known = _stored(wanted).values()
    MemoryUnit.objects.filter(pk__in=known, is_imported=False).update(is_imported=True)


def _units_of(page_id: int) -> set[int]:
    return set(MemoryUse.objects.filter(page_id=page_id).values_list("unit_id", flat=True))


def _remove_uses(page_id: int) -> None:
    uses = MemoryUse.objects.filter(page_id=page_id)
    uses._raw_delete(uses.db)  # nothing hangs on them, and no signal has to tell


def _locked(condition: Q) -> dict[Keys, int]:
    """Return the primary keys of units by their keys, locked in one order, so that nobody drops them meanwhile."""
    rows = MemoryUnit.objects.select_for_update().filter(condition).order_by("pk")
    return {(source, target): number for number, source, target in rows.values_list("pk", "source_key", "target_key")}


def _stored(units: Collection[MemoryUnit], former: Collection[int] = ()) -> dict[Keys, int]:
    """Return the primary keys of units by their keys, and add those that there are none of.

    Args:
        former: primary keys of units to lock with them, since they may be dropped.
    """
    wanted = {unit.keys: unit for unit in units}
    stored = _locked(Q(source_key__in={source for source, _target in wanted}) | Q(pk__in=former))
    added: dict[Keys, MemoryUnit] = {}
    # Another publication may add the same pair at the same moment, and drop it at the next one.
    while missing := sorted(wanted.keys() - stored.keys()):
        added |= {keys: wanted[keys] for keys in missing}
        MemoryUnit.objects.bulk_create([wanted[keys] for keys in missing], ignore_conflicts=True)
        stored |= _locked(Q(source_key__in={source for source, _target in missing}))
    for keys, unit in added.items():
        unit.pk = stored[keys]
    if added:
        index.add(added.values())
    return {keys: stored[keys] for keys in wanted}


def _drop_unused(numbers: Collection[int]) -> None:
    """Remove those of some locked units, by their primary keys, that have no use and were not imported."""
    if numbers:
        uses = MemoryUse.objects.filter(unit=OuterRef("pk"))
        unused = MemoryUnit.objects.filter(pk__in=numbers, is_imported=False).exclude(Exists(uses))
        doomed = list(unused.values_list("pk", flat=True))
        index.drop(doomed)
        rows = MemoryUnit.objects.filter(pk__in=doomed)
        rows._raw_delete(rows.db)  # what hung on them is gone already
