"""Collect the texts of the code into the catalogues under site/locale, and compile them.

A catalogue keeps the translations it has. A text that is new or changed gets an empty one, a text that is gone is
removed; nothing is guessed, so no entry is ever fuzzy. The English catalogue says what the code says.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

from tools import ROOT

LOCALE = ROOT / "site" / "locale"
LANGUAGES = ("pl", "en")
DOMAINS = ("django", "djangojs")
NOT_OURS = (".*", "__pycache__", "docs", "locale", "node_modules", "requirements", "tests", "tools", "var")
PLURAL_FORMS = {
    "pl": "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : "
    "n!=1 && (n%10>=0 && n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14) ? 2 : 3);",
    "en": "nplurals=2; plural=(n != 1);",
}


def key(entry: polib.POEntry) -> tuple[str | None, str, str]:
    """Return what makes a text of the code the same text: context, words, and words of the plural."""
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def catalogue_path(language: str, domain: str) -> Path:
    """Return where a catalogue lies."""
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


def extract(domain: str) -> polib.POFile:
    """Return the texts that the code and the templates hold now. Needs gettext's xgettext.

    It works on a copy, since Django writes files of its own beside the templates while it reads them.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_OURS))
        locale = Path(folder) / "locale"
        locale.mkdir()
        code = (
            "import django; from django.conf import settings; "
            f"settings.configure(LOCALE_PATHS=[{str(locale)!r}], USE_I18N=True); django.setup(); "
            "from django.core.management import call_command; "
            f"call_command('makemessages', locale=['en'], domain={domain!r}, keep_pot=True, verbosity=0, "
            "add_location='file', no_wrap=True)"
        )
        subprocess.run([sys.executable, "-c", code], cwd=copy, env={**os.environ, "LC_ALL": "C.UTF-8"}, check=True)
        template = locale / f"{domain}.pot"
        return polib.pofile(str(template)) if template.exists() else polib.POFile()


def updated(language: str, texts: polib.POFile, old: polib.POFile) -> polib.POFile:
    """Return a catalogue of exactly these texts, with the translations of the old one."""
    known = {key(entry): entry for entry in old if not (entry.obsolete or entry.fuzzy)}
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Project-Id-Version": "stowarzyszenie",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS[language],
    }
    forms = int(PLURAL_FORMS[language].split(";")[0].rpartition("=")[2])
    for text in texts:
        entry = polib.POEntry(
            msgctxt=text.msgctxt,
            msgid=text.msgid,
            msgid_plural=text.msgid_plural,
            comment=text.comment,
            occurrences=[(path, "") for path in sorted({path for path, _line in text.occurrences})],
            flags=[flag for flag in text.flags if flag != "fuzzy"],
        )
        same = known.get(key(text))
        if language == "en":
            same = polib.POEntry(msgstr=text.msgid, msgstr_plural={0: text.msgid, 1: text.msgid_plural})
        if text.msgid_plural:
            found = same.msgstr_plural if same else {}
            entry.msgstr_plural = {number: found.get(number, "") for number in range(forms)}
        else:
            entry.msgstr = same.msgstr if same else ""
        catalogue.append(entry)
    return catalogue


def main() -> None:
    """Update and compile every catalogue, and say what is left to translate."""
    if not shutil.which("xgettext"):
        sys.exit("make messages needs gettext. On Debian:  sudo apt-get install gettext")
    for domain in DOMAINS:
        texts = extract(domain)
        for language in LANGUAGES:
            path = catalogue_path(language, domain)
            if not len(texts):
                path.unlink(missing_ok=True)
                path.with_suffix(".mo").unlink(missing_ok=True)
                continue
            old = polib.pofile(str(path)) if path.exists() else polib.POFile()
            catalogue = updated(language, texts, old)
            path.parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(path))
            catalogue.save_as_mofile(str(path.with_suffix(".mo")))
            left = len(catalogue.untranslated_entries())
            print(f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {left} to translate")


if __name__ == "__main__":
    main()
