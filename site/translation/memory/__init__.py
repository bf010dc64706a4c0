"""The translation memory: every pair of a Polish and an English text that was approved, and where it is used.

Publishing an English page fills it, taking the page down takes it back (`following`). It is asked for the same text
(`lookup.exact`) and for similar ones (`lookup.similar`), which `index` finds without reading all of it.
"""
