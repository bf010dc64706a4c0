"""The accessibility statement that Polish law asks for (act of 4 April 2019; technical conditions 2.0 of 31 July 2024).

`page` is the page type, `faults` what is not accessible, `statement` what readers see of it, `texts` the words of the
law, `versions` the older statements that stay readable, `reviews` and `letters` the yearly review.
"""
