"""Words reduced to keys, so that one form of a word finds the others, in Polish and in English."""

from morphology.keys import keys_of, lemmas_of
from morphology.words import Word, folded, folded_text, words_of

__all__ = ["Word", "folded", "folded_text", "keys_of", "lemmas_of", "words_of"]
