"""Who trains, and who is next: the workers are played by the test."""

import pytest

from playground.document.document import Document
from playground.document.graph import Graph
from playground.document.settings import TrainingSettings
from playground.frames.commands import GiveState, GiveTraining, Look, Pause, Play, SetPace, TakeDocument, TakeState
from playground.frames.frame import Frame
from playground.frames.news import Done, Grown, Hello, Prepared, StateGiven, TrainingGiven
from playground.frames.pace import Pace
from playground.frames.run import ENGINE_GONE, Status
from playground.frames.wanted import Wanted
from playground.ui.succession import WITHIN, Succession
from playground.ui.trainer import WILL_PLAY, Trainer

HELLO = Hello("2.21", "CPU")
EDITED = Document(training=TrainingSettings(seed=7))


class Played:
    """A worker: notes what it is asked, tells what the test has put into `news`."""

    replaceable = True

    def __init__(self, document, device):
        self.document, self.device = document, device
        self.asked, self.news = [], []
        self.gone = self.ended = False

    def send(self, command):
        self.asked.append(command)

    def receive(self):
        if self.gone:
            raise EOFError
        news, self.news = self.news, []
        return news

    def end(self, seconds):
        self.ended = True
        return True


@pytest.fixture
def homes():
    return []


@pytest.fixture
def workers(homes):
    def make_home(document, device):
        homes.append(Played(document, device))
        return homes[-1]

    workers = Succession(Document(), make_home)
    workers.start()
    return workers


def hears(workers, home, *news):
    """What the window is told after this worker has told that."""
    home.news += news
    return workers.receive()


def prepared(workers, homes):
    """The first worker has grown, and the second is prepared for the first one's state."""
    assert hears(workers, homes[0], Grown()) == []
    homes[1].news.append(HELLO)
    workers.receive()
    hears(workers, homes[0], StateGiven(b"early", "prepare"))
    homes[1].news.append(Prepared())
    workers.receive()


def test_news_of_the_worker_that_trains_is_passed_on(workers, homes) -> None:
    frame = Frame(Graph())
    assert hears(workers, homes[0], HELLO, frame, Done(0), Status("ready")) == [HELLO, frame, Status("ready")]


def test_one_that_has_grown_trains_on_until_the_next_is_prepared(workers, homes) -> None:
    workers.send(Look(Wanted(7)))
    workers.send(SetPace(Pace(5.0)))
    prepared(workers, homes)
    first, second = homes
    assert second.asked == [Look(Wanted(7)), SetPace(Pace(5.0)), TakeState(b"early", prepare=True)]
    assert first.asked[-2:] == [GiveState("prepare"), GiveState("hand_over")]
    assert not first.ended
    assert hears(workers, first, Status("training")) == [Status("training")]


def test_the_newest_state_goes_over_and_nothing_asked_meanwhile_is_lost(workers, homes) -> None:
    prepared(workers, homes)
    workers.send(Pause())
    workers.send(TakeDocument(EDITED))
    first, second = homes
    assert first.asked[-1] == GiveState("hand_over")
    hears(workers, first, StateGiven(b"newest", "hand_over"))
    assert second.asked[-3:] == [TakeState(b"newest"), Pause(), TakeDocument(EDITED)]
    assert first.ended
    assert hears(workers, second, Status("paused")) == [Status("paused")]


def test_an_edit_is_prepared_for_too(workers, homes) -> None:
    hears(workers, homes[0], Grown())
    workers.send(TakeDocument(EDITED))
    homes[1].news.append(HELLO)
    workers.receive()
    hears(workers, homes[0], StateGiven(b"edited", "prepare"))
    assert homes[1].asked[-1] == TakeState(b"edited", prepare=True)
    assert TakeDocument(EDITED) not in homes[1].asked


def test_edits_without_end_do_not_keep_the_next_worker_waiting(workers, homes) -> None:
    # As while a slider is dragged, or by random edits, which had kept it building for ten minutes.
    hears(workers, homes[0], Grown())
    hears(workers, homes[1], HELLO)
    prepared = 0
    while GiveState("hand_over") not in homes[0].asked:
        assert prepared < 5
        workers.send(TakeDocument(Document(training=TrainingSettings(seed=prepared))))
        hears(workers, homes[0], StateGiven(b"early", "prepare"))
        hears(workers, homes[1], Prepared())
        prepared += 1
    assert prepared == 3
    # Nor does it build each of these documents meanwhile.
    assert homes[1].asked == 3 * [TakeState(b"early", prepare=True)]


def test_many_edits_are_prepared_for_one_state_at_a_time(workers, homes) -> None:
    # A state takes megabytes, and would wait for a worker that is busy with the one before.
    hears(workers, homes[0], Grown())
    hears(workers, homes[1], HELLO)
    for seed in range(40):
        workers.send(TakeDocument(Document(training=TrainingSettings(seed=seed))))
    assert homes[0].asked.count(GiveState("prepare")) == 1
    hears(workers, homes[0], StateGiven(b"early", "prepare"))
    hears(workers, homes[1], Prepared())
    # Once more for the newest, and only then over to it.
    assert homes[0].asked[-1] == GiveState("prepare")
    hears(workers, homes[0], StateGiven(b"newest", "prepare"))
    assert [one for one in homes[1].asked if isinstance(one, TakeState)] == [
        TakeState(b"early", prepare=True), TakeState(b"newest", prepare=True)
    ]  # fmt: skip
    hears(workers, homes[1], Prepared())
    assert homes[0].asked[-1] == GiveState("hand_over")


def test_an_edit_after_preparing_but_before_the_state_went_over_is_prepared_for_again(workers, homes) -> None:
    hears(workers, homes[0], Grown())
    homes[1].news.append(HELLO)
    workers.receive()
    hears(workers, homes[0], StateGiven(b"early", "prepare"))
    workers.send(TakeDocument(EDITED))
    # The first answer is of the document before.
    homes[1].news.append(Prepared())
    workers.receive()
    assert GiveState("hand_over") not in homes[0].asked
    hears(workers, homes[0], StateGiven(b"edited", "prepare"))
    assert homes[1].asked[-1] == TakeState(b"edited", prepare=True)
    homes[1].news.append(Prepared())
    workers.receive()
    assert homes[0].asked[-1] == GiveState("hand_over")


def test_an_unfinished_network_has_no_state_and_the_next_worker_takes_over_all_the_same(workers, homes) -> None:
    prepared(workers, homes)
    hears(workers, homes[0], StateGiven(b"", "hand_over"))
    assert not any(isinstance(command, TakeState) and not command.prepare for command in homes[1].asked)
    workers.send(Play())
    assert homes[1].asked[-1] == Play()


def test_one_that_shares_its_process_is_not_replaced(workers, homes) -> None:
    homes[0].replaceable = False
    hears(workers, homes[0], Grown())
    assert len(homes) == 1


def test_a_next_worker_that_dies_leaves_the_first_one_training(workers, homes) -> None:
    hears(workers, homes[0], Grown())
    homes[1].gone = True
    workers.receive()
    workers.send(Play())
    assert homes[0].asked[-1] == Play()
    hears(workers, homes[0], Grown())
    assert len(homes) == 3


def test_a_worker_that_is_gone_is_told_and_another_goes_on_from_the_newest_state(workers, homes) -> None:
    hears(workers, homes[0], StateGiven(b"first", "keep"))
    hears(workers, homes[0], StateGiven(b"second", "keep"))
    workers.send(TakeDocument(EDITED))
    homes[0].gone = True
    with pytest.raises(EOFError):
        workers.receive()
    workers.start_again()
    assert homes[1].document is EDITED
    assert homes[1].asked == [TakeState(b"second"), TakeDocument(EDITED)]


def test_states_are_kept_while_something_happens_and_not_at_rest(workers, homes, monkeypatch) -> None:
    now = [100.0]
    monkeypatch.setattr("playground.ui.succession.time.monotonic", lambda: now[0])
    for _ in range(10):
        now[0] += 1.0
        hears(workers, homes[0], Frame(Graph()))
    kept = homes[0].asked.count(GiveState("keep"))
    assert kept == 2
    for _ in range(30):
        now[0] += 1.0
        workers.receive()
    assert homes[0].asked.count(GiveState("keep")) <= kept + 1  # of what had come before


def test_what_is_not_answered_is_known(workers, homes, monkeypatch) -> None:
    now = [100.0]
    monkeypatch.setattr("playground.ui.succession.time.monotonic", lambda: now[0])
    assert workers.unanswered == 0
    workers.send(Pause())
    now[0] += 6
    assert workers.unanswered == 6
    hears(workers, homes[0], Done(1))
    assert workers.unanswered == 0


def test_all_workers_end_with_the_window(workers, homes) -> None:
    hears(workers, homes[0], Grown())
    assert workers.end(1.0)
    assert [home.ended for home in homes] == [True, True]


def test_another_device_is_another_worker_that_takes_over(workers, homes) -> None:
    workers.choose_device("CPU")
    assert len(homes) == 1
    workers.choose_device("GPU")
    assert [home.device for home in homes] == ["CPU", "GPU"]
    homes[1].news.append(HELLO)
    workers.receive()
    assert homes[0].asked[-1] == GiveState("prepare")
    # A change of mind before it took over.
    workers.choose_device("CPU")
    assert homes[1].ended
    assert homes[2].device == "CPU"


def test_building_can_be_given_up_and_begun_again(homes):
    def make_home(document, device):
        homes.append(Played(document, device))
        return homes[-1]

    trainer = Trainer(Document(), make_home)
    trainer.start()
    homes[0].news = [HELLO, Status("building")]
    assert trainer.status.state == "building"
    trainer.set_pace(Pace())
    assert trainer.unanswered > 0
    trainer.stop_now()
    assert homes[0].ended
    assert trainer.status.code == ENGINE_GONE
    trainer.show_document(EDITED)
    assert len(homes) == 1
    trainer.go_on()
    assert len(homes) == 2
    assert homes[1].document == EDITED


def test_lost_workers_are_followed_by_others_until_too_many_end_in_a_row(homes, monkeypatch) -> None:
    now = [0.0]
    monkeypatch.setattr("playground.ui.succession.time.monotonic", lambda: now[0])

    def make_home(document, device):
        homes.append(Played(document, device))
        return homes[-1]

    trainer = Trainer(Document(), make_home)
    trainer.start()
    homes[0].news = [HELLO, Status("training")]
    saving = trainer.lasting.ask()
    for lost in (1, 2, 3):
        assert trainer.status.state in ("training", "loading")
        homes[-1].gone = True
        assert trainer.status == Status("loading", WILL_PLAY)
        assert (trainer.lost, len(homes), homes[-1].asked[-1]) == (lost, lost + 1, Play())
        assert homes[-1].asked.count(GiveTraining(saving)) == 1
    homes[-1].gone = True
    assert trainer.status == Status("failed", ENGINE_GONE)
    assert trainer.lasting.take(saving) == TrainingGiven("", saving)
    trainer.play()
    assert trainer.status == Status("loading", WILL_PLAY)
    assert homes[-1].asked.count(Play()) == 1
    now[0] += WITHIN + 1
    homes[-1].gone = True
    assert trainer.status == Status("loading", WILL_PLAY)


def test_a_next_worker_that_ends_while_the_state_goes_over_holds_nothing_up(workers, homes) -> None:
    hears(workers, homes[0], Grown())
    hears(workers, homes[1], HELLO)
    hears(workers, homes[0], StateGiven(b"state", "prepare"))
    hears(workers, homes[1], Prepared())
    workers.send(Play())
    homes[1].gone = True
    workers.receive()
    assert homes[0].asked[-1] == Play()
    hears(workers, homes[0], StateGiven(b"state", "hand_over"))
    workers.send(EDIT := TakeDocument(EDITED))
    assert homes[0].asked[-1] == EDIT
