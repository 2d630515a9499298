"""Who says what, to whom, and whose "I" it is."""
