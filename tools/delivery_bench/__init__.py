"""How the public site is served, measured against limits: `make bench`."""
