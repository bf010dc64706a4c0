"""Jobs that come back: what is due is run once, however many schedulers there are."""
