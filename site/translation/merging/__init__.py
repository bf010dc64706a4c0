"""Structure changes of a Polish page reach its English draft: a three-way merge that loses no English text."""
