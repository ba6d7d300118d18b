"""Mark-up as plain text, and plain text that looks like mark-up."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.exchange.html_text import (
    is_marked_up,
    plain_line,
    plain_paragraphs,
    protected_line,
    protected_paragraphs,
)

marked = st.lists(
    st.sampled_from(
        ("<p>", "</p>", "<pre>", "</pre>", "<b>", "&amp;", "&", "lt;", "<", "a b", "\n", "<br/>", "&#38;", "#")
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    ("marked_up", "plain"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>One\n  line</p>\n<p>Two<br/>lines</p>", "One line\n\nTwo\nlines"),
        ("<ul><li>Ink</li><li>Paper</li></ul><p>End</p>", "• Ink\n• Paper\n\nEnd"),
        ('Read <a href="https://lantern.example/x">this</a>.', "Read this (https://lantern.example/x)."),
        ('<a href="https://lantern.example">https://lantern.example/</a>', "https://lantern.example/"),
        ('<a href="mailto:ink@lantern.example">ink@lantern.example</a>', "ink@lantern.example"),
        ('<a href="https://lantern.example"></a>', "https://lantern.example"),
        ('<a href="#top">top</a>', "top"),
        ("<script>alert(1)</script><p>Seen</p><style>p{}</style>", "Seen"),
        ("First\n\nSecond <b>bold</b>\nthird", "First\n\nSecond bold\nthird"),
        ("<p>Ink &amp; paper&nbsp;&lt;3</p>", "Ink & paper\xa0<3"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("<h2>Head</h2>Body<hr/>Tail", "Head\n\nBody\n\nTail"),
        ("</a></pre><p>loose ends", "loose ends"),
    ],
)
def test_blocks_become_paragraphs_and_links_keep_their_addresses(marked_up: str, plain: str) -> None:
    assert plain_paragraphs(marked_up) == plain


@pytest.mark.parametrize(
    "text", ["a < b and c > d", "if x<y then", "<3", "<Ink@lantern.example>", "Q&A; more", ""]
)
def test_what_is_no_mark_up_stays(text: str) -> None:
    assert not is_marked_up(text)
    assert plain_paragraphs(text) == text


def test_character_references_become_characters() -> None:
    assert plain_line("Q&amp;A &#8211; &eacute;tude &nosuchname; & so on") == "Q&A – étude &nosuchname; & so on"


@given(st.text() | marked)
def test_a_protected_line_is_read_as_itself(text: str) -> None:
    assert plain_line(protected_line(text)) == text


@given(marked)
def test_protected_paragraphs_are_read_as_themselves(text: str) -> None:
    text = text.strip()
    assert plain_paragraphs(protected_paragraphs(text)) == text
