"""Who counts, as whom, and the tables that open to their mentions."""
