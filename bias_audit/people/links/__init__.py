"""Mentions that surely mean one person become one person; what is not sure stays apart."""
