"""How often Python looks for lost objects, those that only each other hold: seldom, in programs of our own.

A document makes many small objects that last, rules and words still more. Looking through all of them, as often as
Python does by itself, took a tenth of an audit and half of the reading of one file.
"""

import gc


def look_seldom() -> None:
    """From now on, in this process."""
    gc.set_threshold(200_000, 20, 100)
