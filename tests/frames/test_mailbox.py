"""News in the mailbox: the newest of each kind, answers all, in the order in which they came."""

from pathlib import Path

from playground.document.graph import Graph
from playground.frames.frame import Frame
from playground.frames.mailbox import Mailbox
from playground.frames.news import Compiling, StateGiven
from playground.frames.reply import Reply
from playground.frames.run import Status


def test_a_slow_reader_finds_the_newest_of_each_kind() -> None:
    mailbox = Mailbox()
    newest = Frame(Graph(), epoch=3)
    for news in (Frame(Graph(), epoch=1), Status("training"), Frame(Graph(), epoch=2), Compiling(True), newest):
        mailbox.put(news)
    assert mailbox.take() == [Status("training"), Compiling(True), newest]
    assert mailbox.take() == []


def test_a_status_is_told_after_the_frame_it_came_after() -> None:
    mailbox = Mailbox()
    frame = Frame(Graph())
    for news in (Status("training"), frame, Status("paused")):
        mailbox.put(news)
    assert mailbox.take() == [frame, Status("paused")]


def test_every_answer_arrives() -> None:
    mailbox = Mailbox()
    answers = [
        Reply(Path("a"), serial=1),
        StateGiven(b"1", "keep"),
        Reply(Path("b"), serial=2),
        StateGiven(b"2", "keep"),
    ]
    for news in answers:
        mailbox.put(news)
    assert mailbox.wait() == answers
