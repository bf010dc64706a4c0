"""The glossary: which English stands for a Polish term, where it is used, and where it is missing."""
