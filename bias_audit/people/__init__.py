"""Who is shown: people found, linked, described and counted. docs/architecture.md tells the steps, a folder each."""

from .find import find_people, look_for_people, sentences_with_people

__all__ = ["find_people", "look_for_people", "sentences_with_people"]
