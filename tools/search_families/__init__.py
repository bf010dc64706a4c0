"""Measures how well the site's search finds one form of a word by another."""
