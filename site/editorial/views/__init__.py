"""What staff do to a page beside editing it: one form for each step, which asks `editorial.decisions` first."""
