"""What readers ask for: votes for an English version of a Polish page, counted without keeping who gave them."""
