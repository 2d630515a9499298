"""Every stretch of text that may refer to someone, with whom it is said of and of whom it is not."""
