"""What is measured: each module has `figures(site, size)`, which yields figures and may change the site."""
