"""What the translators' desk promises of its speed, measured: `python -m tools.translation_bench`."""
