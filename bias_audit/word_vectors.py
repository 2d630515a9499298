"""The first vector of a word, which its spelling alone decides, worked out once for each spelling.

It is a third of the work of the language model's first part, and the same words come again and again.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, chain

_FEATURES = "extract_features"  # the layer that reads a word as numbers: its norm, shape, first and last letters, …
_AT_ONCE = 48  # spellings worked out together, always as many: a product of another size may differ in the last bit
_KEPT = 20_000  # spellings, some 15 MB


def keep_word_vectors(nlp: Language) -> None:
    """Let the model keep the vectors of words. A model whose first layer is of another kind stays as it is."""
    tok2vec: Any = nlp.get_pipe("tok2vec") if nlp.has_pipe("tok2vec") else None
    layers = tok2vec.model.layers if tok2vec is not None else []
    if layers and layers[0].layers and layers[0].layers[0].name == _FEATURES:
        features, *rest = layers[0].layers
        layers[0] = Model("kept_word_vectors", _forward, layers=[features, chain(*rest)], attrs={"known": {}})


def _forward(
    model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
) -> tuple[list[NDArray[np.float32]], Callable[..., Any]]:
    """The vectors of each doc's words. Nothing is learned here, so nothing goes back."""
    features, embed = model.layers
    rows = np.concatenate(features.predict(docs))
    spellings = rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()
    known: dict[bytes, bytes] = model.attrs["known"]  # as bytes, which are put in a row quickly
    new = {spelling: row for row, spelling in enumerate(spellings) if spelling not in known}
    if len(known) + len(new) > _KEPT:
        new = {spelling: row for row, spelling in enumerate(spellings)}
        model.attrs["known"] = known = {}  # another thread may still read the old one
    unknown = list(new)
    for at in range(0, len(unknown), _AT_ONCE):
        some = unknown[at : at + _AT_ONCE]
        chosen = np.zeros((_AT_ONCE, rows.shape[1]), rows.dtype)
        chosen[: len(some)] = rows[[new[spelling] for spelling in some]]
        known |= zip(some, map(np.ndarray.tobytes, embed.predict([chosen])[0]), strict=False)
    vectors = np.frombuffer(b"".join(map(known.__getitem__, spellings)), "f").reshape(len(rows), -1)
    ends = [0, *np.cumsum([len(doc) for doc in docs]).tolist()]
    return [vectors[first:last] for first, last in pairwise(ends)], lambda _: []
