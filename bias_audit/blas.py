"""How the language model multiplies matrices: by numpy's library, on one thread.

It needs a third of the time of the one that spaCy brings, for the same parses. More threads would take twice the
processor time for little, and several files are read by several processes as it is.
"""

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from thinc.api import use_ops
from threadpoolctl import ThreadpoolController


def by_numpy() -> AbstractContextManager[None]:
    """While a model is loaded: its products are numpy's from then on."""
    return use_ops("numpy", use_blis=False)


def on_one_thread() -> AbstractContextManager[Any]:
    """While a model works; other users of numpy in the same program get their threads back."""
    limited: AbstractContextManager[Any] = _libraries().limit(limits=1, user_api="blas")
    return limited


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()  # looks through all that is loaded, so once
