"""The files of `deploy/`, read as an engine reads them. Without one, their parts are tested one by one."""

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"


@dataclass
class Instruction:
    """One instruction of a Dockerfile, such as RUN with all that stands behind it."""

    name: str
    text: str

    def words(self) -> list[str]:
        """Return its words: those of the list, or those of a shell."""
        return [str(word) for word in json.loads(self.text)] if self.text.startswith("[") else shlex.split(self.text)

    def is_list(self) -> bool:
        """Whether it is run without a shell, which would keep signals to itself."""
        return self.text.startswith("[")


def stages() -> list[list[Instruction]]:
    """Return the instructions of each stage of the Dockerfile."""
    text = re.sub(r"^\s*#.*\n", "", (DEPLOY / "Dockerfile").read_text(), flags=re.MULTILINE)
    found: list[list[Instruction]] = []
    for line in re.sub(r"\\\n", " ", text).splitlines():
        if line.strip():
            name, _space, rest = line.strip().partition(" ")
            if name == "FROM":
                found.append([])
            found[-1].append(Instruction(name, re.sub(r"\s+", " ", rest.strip())))
    return found


def only(stage: list[Instruction], name: str) -> Instruction:
    """Return the one instruction of this name."""
    (found,) = [each for each in stage if each.name == name]
    return found


def variables(stage: list[Instruction]) -> dict[str, str]:
    """Return what a stage puts into the environment."""
    pairs = [word for each in stage if each.name == "ENV" for word in shlex.split(each.text)]
    return dict(pair.split("=", 1) for pair in pairs)


def compose() -> dict[str, Any]:
    """Return the compose file."""
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return found


def services() -> dict[str, dict[str, Any]]:
    """Return every service."""
    found: dict[str, dict[str, Any]] = compose()["services"]
    return found


def ours() -> dict[str, dict[str, Any]]:
    """Return the services that run our image."""
    return {name: each for name, each in services().items() if each["image"].startswith("stowarzyszenie:")}


def example() -> dict[str, str]:
    """Return the variables of the example of an environment."""
    lines = (DEPLOY / "env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def filled_in(text: str, values: dict[str, str]) -> str:
    """Return a text of the compose file with the values of an environment."""

    def value(match: re.Match[str]) -> str:
        name, default = match.group(1), match.group(3)
        return values.get(name) or default or ""

    return re.sub(r"\$\{([A-Z_0-9]+)(:-|:\?)?([^}]*)\}", value, text)


def variables_named(text: str) -> set[str]:
    """Return the variables that a text of the compose file asks for."""
    return set(re.findall(r"(?<!\$)\$\{([A-Z_0-9]+)", text))
