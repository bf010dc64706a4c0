"""What translators and approvers of English pages see in the admin."""
