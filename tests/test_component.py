"""The spaCy component: found by name, harmless to the pipeline that holds it."""

import json
import subprocess
import sys
from importlib.metadata import entry_points

import pytest
import spacy
from spacy.tokens import Doc
from spacy.tokens.underscore import Underscore

TEXT = "The fireman came. Nothing else. Two policemen waved."
FOUND = [("fireman", "gender"), ("policemen", "gender")]


@pytest.fixture(autouse=True)
def _installed() -> None:
    if not any(e.name == "bias_audit" for e in entry_points(group="spacy_factories")):
        pytest.skip("bias-audit is not installed here: pip install --no-deps -e .")


def spans(doc: Doc, key: str = "bias_audit") -> list[tuple[str, str]]:
    return [(s.text, s.label_) for s in doc.spans[key]]


def test_component_is_found_without_importing_us() -> None:
    program = f"""
import json, sys, spacy
assert "bias_audit" not in sys.modules
nlp = spacy.blank("en")
nlp.add_pipe("bias_audit")
heavy = [m for m in ("streamlit", "docx", "pdfplumber", "bias_audit.pipeline", "yaml") if m in sys.modules]
doc = nlp({TEXT!r})
print(json.dumps([heavy, [(s.text, s.label_, s.id_) for s in doc.spans["bias_audit"]]]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True)
    heavy, found = json.loads(done.stdout)
    assert heavy == []
    assert [(text, label) for text, label, _ in found] == FOUND
    assert all(id.startswith(label + "/") for _, label, id in found)


def test_component_works_in_two_processes() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("bias_audit")
    docs = list(nlp.pipe([TEXT, "", "No one here.", TEXT], n_process=2, batch_size=2))
    assert [spans(d) for d in docs] == [FOUND, [], [], FOUND]


def test_two_components_with_two_keys_do_not_meet() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("bias_audit", name="one", config={"spans_key": "here"})
    nlp.add_pipe("bias_audit", name="two", config={"spans_key": "there"})
    doc = nlp(TEXT)
    assert spans(doc, "here") == spans(doc, "there") == FOUND
    assert set(doc.spans) == {"here", "there"}


def test_component_sets_no_extensions_and_leaves_the_doc_as_it_was() -> None:
    nlp = spacy.blank("en")
    before = nlp(TEXT)
    nlp.add_pipe("bias_audit")
    after = nlp(TEXT)
    assert [Underscore.doc_extensions, Underscore.span_extensions, Underscore.token_extensions] == [
        {},
        {},
        {},
    ]
    assert [t.text for t in before] == [t.text for t in after]
    assert after.user_data == before.user_data
    assert not after.has_annotation("SENT_START") and not after.ents


def test_component_marks_whole_tokens_of_the_pipelines_own_tokenizer() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = spacy.tokenizer.Tokenizer(nlp.vocab)  # splits at spaces only
    nlp.add_pipe("bias_audit")
    assert spans(nlp("The fireman, wet, came.")) == [("fireman,", "gender")]


def test_component_is_saved_and_loaded_with_its_pipeline(tmp_path: object) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("bias_audit", config={"spans_key": "mine"})
    nlp.to_disk(tmp_path)
    assert spans(spacy.load(tmp_path)(TEXT), "mine") == FOUND
