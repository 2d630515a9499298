"""Timings as ratios, each taken in one run against a yardstick on the same machine."""
