"""Public figures: who they are, what shows that a name means one, and whom else a lesson could show."""
