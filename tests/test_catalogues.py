"""Every text that a person reads stands in both catalogues, translated, with its placeholders.

`make messages` brings the catalogues up to date and compiles them; the Polish words are then written by hand.
"""

import re
import shutil

import polib
import pytest

from tools.messages import DOMAINS, LANGUAGES, LOCALE, catalogue_path, extract, key

# What a man says or does, or a woman; and the nouns that end alike
OF_ONE_GENDER = re.compile(r"\b\w+(?:łem|łam|łeś|łaś)\b")
NOUNS = {"działem", "hasłem", "tytułem"}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|%[sd]|\{\w*\}")

catalogues = pytest.mark.parametrize("language", LANGUAGES)


def catalogue(language: str, domain: str = "django") -> polib.POFile:
    path = catalogue_path(language, domain)
    assert path.exists(), f"{path} is missing: run `make messages`."
    return polib.pofile(str(path))


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@catalogues
def test_every_text_is_translated(language):
    entries = catalogue(language)
    assert len(entries), "The catalogue is empty: run `make messages`."
    missing = [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete or not all(forms(entry))]
    assert not missing, f"{len(missing)} texts have no translation: {missing[:10]}"


@catalogues
def test_translations_keep_the_placeholders(language):
    wrong = []
    for entry in catalogue(language):
        allowed = {frozenset(PLACEHOLDER.findall(text)) for text in (entry.msgid, entry.msgid_plural or entry.msgid)}
        wrong += [text for text in forms(entry) if text and frozenset(PLACEHOLDER.findall(text)) not in allowed]
    assert not wrong, f"These translations have other placeholders than the text: {wrong}"


@catalogues
def test_translations_keep_the_white_space_at_the_ends(language):
    wrong = [
        text
        for entry in catalogue(language)
        for text in forms(entry)
        if text and (text[0].isspace(), text[-1].isspace()) != (entry.msgid[0].isspace(), entry.msgid[-1].isspace())
    ]
    assert not wrong, wrong


def test_polish_speaks_to_and_for_everybody():
    said = [word for entry in catalogue("pl") for text in forms(entry) for word in OF_ONE_GENDER.findall(text)]
    assert set(said) <= NOUNS


@catalogues
def test_compiled_catalogue_says_what_the_catalogue_says(language):
    path = catalogue_path(language, "django")
    compiled = polib.mofile(str(path.with_suffix(".mo")))
    expected = {key(entry): forms(entry) for entry in catalogue(language) if all(forms(entry))}
    assert {key(entry): forms(entry) for entry in compiled} == expected, "The .mo file is old: run `make messages`."


@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext is not installed; `make test` says how to get it")
@pytest.mark.parametrize("domain", DOMAINS)
def test_catalogues_hold_the_texts_of_the_code(domain):
    texts = {key(entry) for entry in extract(domain)}
    if not texts:
        assert not list(LOCALE.glob(f"*/LC_MESSAGES/{domain}.po")), "The texts are gone: run `make messages`."
        return
    for language in LANGUAGES:
        known = {key(entry) for entry in catalogue(language, domain)}
        assert not texts - known, f"New texts, run `make messages`: {sorted(texts - known, key=str)[:10]}"
        assert not known - texts, f"Texts that are gone, run `make messages`: {sorted(known - texts, key=str)[:10]}"


def test_english_catalogue_says_what_the_code_says():
    other = [entry.msgid for entry in catalogue("en") if forms(entry)[0] != entry.msgid]
    assert not other, other
