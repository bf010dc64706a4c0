"""The keys of a long text, for a database that asks only whether it has them."""

from morphology import keys_of, words_of

MOST_KEYS = 400_000  # characters; PostgreSQL takes a megabyte


def distinct_keys(text: str, language: str) -> str:
    """Return the keys of the words of a text, each once, with spaces between, as far as they have room.

    Raises:
        ValueError: the language is neither "pl" nor "en".
    """
    words = {word.text for word in words_of(text)}
    keys = " ".join(sorted({key for word in words for key in keys_of(word, language)}))
    return keys if len(keys) <= MOST_KEYS else keys[:MOST_KEYS].rpartition(" ")[0]
