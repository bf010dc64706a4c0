"""What the audit says in the end: one row a check, and all faults in a file."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

WIDEST = 60


@dataclass
class Row:
    """One check: how many pages or views it looked at, the worst value there, what is demanded, and each fault."""

    check: str
    looked_at: int
    worst: str
    bound: str
    faults: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether there is no fault."""
        return not self.faults


def counted(check: str, looked_at: int, faults: list[str], bound: str = "no fault") -> Row:
    """Return the row of a check whose value is the number of its faults."""
    return Row(check, looked_at, f"{len(faults)} faults" if faults else "no fault", bound, faults)


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a table for the terminal."""
    lines = [("check", "looked at", "worst", "bound", "")]
    lines += [
        (row.check, str(row.looked_at), row.worst[:WIDEST], row.bound, "passed" if row.passed else "FAILED")
        for row in rows
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def write(rows: Iterable[Row], file: Path) -> None:
    """Write the rows with all their faults as JSON."""
    file.parent.mkdir(parents=True, exist_ok=True)
    content = [{**asdict(row), "passed": row.passed} for row in rows]
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
