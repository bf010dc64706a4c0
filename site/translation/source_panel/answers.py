"""What the English draft has made of a change in Polish, before anybody has approved it."""

from collections.abc import Mapping
from functools import cached_property

from translation.segments import Part, Path, Segment
from translation.truth.drift import Difference, How

Said = tuple[str, tuple[str, ...]]


class Answers:
    """Tells where the English draft is another by now than it was when it was last true.

    Args:
        polish: what readers of Polish see.
        english: the newest English version.
        former: the English version that was last true; empty if none ever was, and then nothing is known.
    """

    def __init__(self, polish: Mapping[Path, Part], english: Mapping[Path, Part], former: Mapping[Path, Part]) -> None:
        self.polish = polish
        self.english = english
        self.former = former

    def former_segment(self, difference: Difference) -> Segment | None:
        """Return what the English said in the place of a Polish segment that is another now, or gone."""
        if difference.before is None:
            return None
        segments = self._segments(self.former, difference.before.path)
        return next((each for each in segments if each.index == difference.before.index and each.text), None)

    def has_answered(self, difference: Difference) -> bool:
        """Whether the draft is another where the Polish has changed: the text, its place, or that it is there."""
        if difference.how == How.MOVED:
            return self._has_moved(difference)
        if difference.how == How.ADDED:
            return self._has_added(difference.segment)
        if difference.how == How.REMOVED:
            return self._has_removed(difference)
        former = self.former_segment(difference)
        now = self._texts(self.english, difference.path)
        return former is not None and bool(now) and _said(former) not in now

    def _has_added(self, segment: Segment) -> bool:
        now = {each.index: each for each in self._segments(self.english, segment.path)}
        own = now.get(segment.index)
        return bool(self.former) and own is not None and _said(own) not in self._texts(self.former, segment.path)

    def _has_removed(self, difference: Difference) -> bool:
        former = self.former_segment(difference)
        if former is None:
            return difference.path not in self.english
        return _said(former) not in self._texts(self.english, difference.path)

    def _has_moved(self, difference: Difference) -> bool:
        former = self.former_segment(difference)
        if difference.before is None or former is None:
            return False
        if difference.before.path == difference.path:
            return self._is_in_order
        return _said(former) in self._texts(self.english, difference.path)

    @cached_property
    def _is_in_order(self) -> bool:
        """Whether what both pages have stands in the same order."""
        return [path for path in self.english if path in self.polish] == [
            path for path in self.polish if path in self.english
        ]

    @staticmethod
    def _segments(parts: Mapping[Path, Part], path: Path) -> list[Segment]:
        part = parts.get(path)
        return part.segments if part else []

    def _texts(self, parts: Mapping[Path, Part], path: Path) -> set[Said]:
        return {_said(each) for each in self._segments(parts, path)}


def _said(segment: Segment) -> Said:
    return segment.text, segment.targets
