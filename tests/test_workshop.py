"""A workshop: marks of the group beside what the tool saw, and what is printed."""

import re
from dataclasses import replace

import pytest

from bias_audit import workshop_print
from bias_audit.audit import analyse
from bias_audit.lexicon import load_lexicon
from bias_audit.lexicon_examples import document_of
from bias_audit.workshop import Meeting, bingo_cards, compare, discussion_cards, mark, passages, questions, rewritten

TEXTS = (
    "The fireman checked the ladder. Everyone measured twice.",
    "“The chairman is late,” says the old poster of 1931 in quotes.",
    "A team of boffins met.\nIt’s  a long – line.",
)
DOCUMENT = document_of(*TEXTS)
REPORT = analyse(DOCUMENT)


def marked(number: int, words: str, why: str = "old"):
    found = mark(DOCUMENT, passages(DOCUMENT)[number], words, why)
    assert found
    return found


def test_passages_are_the_sentences_in_reading_order() -> None:
    assert [p.text for p in passages(DOCUMENT)][:2] == ["The fireman checked the ladder.", "Everyone measured twice."]
    for passage in passages(DOCUMENT):
        assert DOCUMENT.blocks[passage.block].text[passage.start : passage.end].strip() == passage.text


@pytest.mark.parametrize(
    ("number", "words", "text"),
    [
        (0, "FIREMAN", "fireman"),
        (0, "  the   ladder ", "the ladder"),
        (0, "", "The fireman checked the ladder."),
        (-1, "it's a long - line", "It’s  a long – line"),
    ],
)
def test_mark_finds_words_as_people_type_them(number: int, words: str, text: str) -> None:
    found = marked(number, words)
    assert found.text == text
    assert DOCUMENT.blocks[found.block].text[found.start : found.end] == text


def test_words_that_are_not_in_the_sentence_are_no_mark() -> None:
    assert mark(DOCUMENT, passages(DOCUMENT)[0], "firewoman", "") is None


def test_comparison_puts_each_thing_in_one_place() -> None:
    marks = (marked(0, "fireman"), marked(1, "measured"))
    found = compare(marks, REPORT)
    assert [both.mark.text for both in found.both] == ["fireman"]
    assert REPORT.findings[found.both[0].finding].places[found.both[0].at].text == "fireman"
    assert [one.mark.text for one in found.only_we] == ["measured"]
    only_tool = {REPORT.findings[index].places[0].text for index in found.only_tool}
    assert "boffins" in only_tool and "fireman" not in only_tool


def test_mark_where_the_tool_stayed_quiet_comes_with_its_reason() -> None:
    document = document_of("Fireman Sam is on. It is a stereotype that a nurse finishes her shift tired.")
    report = analyse(document)
    hidden = [hit for hit in report.silenced if hit.effect == "hidden"]
    assert hidden
    sentence = next(p for p in passages(document) if p.start <= hidden[0].place.start < p.end)
    one = mark(document, sentence, hidden[0].place.text, "")
    found = compare([one], report)
    assert [hit.guard for hit in found.only_we[0].quiet] == [hidden[0].guard]
    assert hidden[0] not in found.quiet
    assert hidden[0] in compare([], report).quiet


def test_nothing_marked_leaves_all_to_the_tool() -> None:
    found = compare((), REPORT)
    assert found.both == found.only_we == ()
    assert len(found.only_tool) == sum(f.severity > 0 for f in REPORT.findings)


def test_questions_come_from_what_was_found_each_once() -> None:
    asked = questions(REPORT)
    assert asked and len(set(asked)) == len(asked)
    assert set(asked) <= {rule.ask for rule in REPORT.rules}
    assert len(questions(REPORT, 1)) == 1


def test_cards_are_the_same_for_the_same_number_and_others_for_another() -> None:
    lexicon = load_lexicon(())
    first = discussion_cards(lexicon, (), 12, 3)
    assert first == discussion_cards(lexicon, (), 12, 3) != discussion_cards(lexicon, (), 12, 4)
    assert len({card.ask for card in first}) == 12
    assert len({card.dimension for card in first}) > 6
    assert {card.dimension for card in discussion_cards(lexicon, ("poverty",), 6)} == {"poverty"}


def test_bingo_cards_differ_and_hold_good_news() -> None:
    lexicon = load_lexicon(())
    cards = bingo_cards(lexicon, (), 6, 1)
    assert cards == bingo_cards(lexicon, (), 6, 1)
    assert len(set(cards)) == 6
    good = {strength.saw for strength in lexicon.strengths}
    for card in cards:
        assert len(set(card)) == 16 and len(good.intersection(card)) == 4


def test_cards_leave_out_slurs() -> None:
    lexicon = load_lexicon(())
    slurs = {entry.saw for entry in lexicon.entries if entry.form == "slur"}
    assert not slurs.intersection(square for card in bingo_cards(lexicon, (), 20) for square in card)


EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def pages() -> list[str]:
    document = document_of(f"The fireman {EVIL} ran.")
    report = replace(analyse(document), name=f"{EVIL}.docx")
    one = mark(document, passages(document)[0], "", EVIL)
    found = compare([one], report)
    assert found.both
    lexicon = load_lexicon(())
    return [
        workshop_print.summary(report, found, (EVIL,), (EVIL,), ((EVIL, (EVIL + EVIL,)),), EVIL),
        workshop_print.summary(report, compare((), report), (), ()),
        workshop_print.discussion(discussion_cards(lexicon)),
        workshop_print.bingo(bingo_cards(lexicon)),
    ]


def test_printed_pages_escape_everything_and_fetch_nothing() -> None:
    for page in pages():
        assert page.startswith("<!doctype html>")
        assert "<script" not in page and "<img" not in page
        assert not re.search(r"https?://|\bsrc=(?!x)|\bhref=|url\(|@import", page)


def test_summary_says_what_was_agreed_first() -> None:
    page = workshop_print.summary(REPORT, compare((marked(0, "fireman", "men only"),), REPORT), ("Who?",), ("Swap it",))
    order = [
        page.index(words) for words in ("What we agreed", "Swap it", "You and the tool saw: 1", "Men only.", "Who?")
    ]
    assert order == sorted(order)
    assert "boffins" in page


def test_only_versions_that_change_something_are_kept() -> None:
    first = rewritten(Meeting(), "He came.", ("They came.", "He came."))
    assert first.rewrites == (("He came.", ("They came.", "He came.")),)
    second = rewritten(first, "A man left.", ("Someone left.", ""))
    assert [sentence for sentence, _ in second.rewrites] == ["He came.", "A man left."]
    assert rewritten(second, "He came.", (" He came. ", "")).rewrites == second.rewrites[1:]
    page = workshop_print.summary(REPORT, compare((), REPORT), (), (), first.rewrites)
    assert "Written another way: 1" in page and "→ They came." in page and "→ He came." not in page
