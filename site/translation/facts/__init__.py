"""What a text claims, in Polish and in English, compared.

- `extraction.facts_in` finds the facts of a text: numbers, amounts, dates, times, addresses, names, negations.
- `parity.compare` says what a Polish text and its translation claim differently; `pages.compare_parts`, two pages.
- `changes.classify` says whether a change of a text was one of spelling, of wording, or of a fact.

All work on plain texts: no database is asked. Each part of the work grows with the length of the text and no faster.
"""
