"""What is measured: each module has a function `figures`, which is given a `Size` and yields figures."""
