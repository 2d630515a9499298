"""Measure the rules on labelled sentences: recall, false alarms, agreement, and flags per 1,000 words."""
