"""The parse of a sentence as far as people need it: what cannot be grammar is mended, then who does what to whom."""
