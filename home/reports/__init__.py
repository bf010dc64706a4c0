"""Problems with accessibility that readers report: the form, the record, the office's list, and forgetting them."""
