"""What people ask of translators: which page or section, of whom, by when, and how it ended."""
