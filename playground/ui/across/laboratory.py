"""The lab as a place of the window: its questions go to the engine, answers come back between two frames."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from playground.document.losses import Loss
from playground.frames.losses import LossAnswer
from playground.frames.walk import Walk
from playground.lab.losses import LossQuestion
from playground.lab.values import Chain
from playground.lessons.lab import lab_facts, loss_facts
from playground.ui.across.lab_beside import LabBeside
from playground.ui.across.lab_surface import make_lab_surface
from playground.ui.across.walking import Walking
from playground.ui.lab.lab import Lab
from playground.ui.lab.losses.network import question_of
from playground.ui.lab.losses.page import LossesLab
from playground.ui.lab.losses.work import begin as begin_loss
from playground.ui.lab.work import begin
from playground.ui.lessons.beside import Beside
from playground.ui.lessons.side import Side
from playground.ui.plots.meters.meters import MetersPanel
from playground.ui.theme import Theme
from playground.ui.trainer import Trainer
from playground.ui.widgets.first_paint import AfterFirstPaint
from playground.ui.widgets.places import Places

LISTENS_MS, SOON_MS = 16, 1_500


class Laboratory(QObject):
    """Made soon after the window was painted, or when it is first chosen among the places.

    It listens as long as it is seen. `answered`: there is news of it. The losses are a page of it, in the place of the
    tensors.
    """

    answered = Signal()

    def __init__(
        self, places: Places, pages: QStackedWidget, side: Side, trainer: Trainer, theme: Theme, walking: Walking
    ) -> None:
        super().__init__(pages)
        self._walking = walking
        walking.walked.connect(self._show_network)
        self._pages, self._side, self._trainer, self._theme = pages, side, trainer, theme
        self.lab: Lab | None = None
        self.losses: LossesLab | None = None
        self.page: Beside | None = None
        self._inside = QStackedWidget()
        self._engine: object = None
        self.beside = LabBeside(pages, theme)
        self.beside.alone_asked.connect(self.show_alone)
        self.beside.close_asked.connect(self.close_beside)
        places.chosen.connect(lambda place: self.show_alone() if place == "lab" else None)
        pages.currentChanged.connect(lambda _: self.follow())
        # Whether a person has been here; the lab itself is made before, while nobody waits.
        self._visited = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._made)
        AfterFirstPaint(pages, self._soon.start)
        self._clock = QTimer(self, interval=LISTENS_MS)
        self._clock.timeout.connect(self._listen)

    def open(self, asked: Chain | LossQuestion | None = None) -> None:
        """Where it was last, alone or beside the network; with other calls or another loss where there are any."""
        lab, page = self._made()
        if not self._visited:
            # What was made before asks only now.
            self._visited = True
            self._greet(lab)
        if isinstance(asked, LossQuestion):
            self._see(self._made_losses())
            self._made_losses().take(asked)
        elif asked is not None:
            self._see(lab)
            lab.show_chain(asked)
        before = self._pages.currentWidget()
        if self.beside.is_on:
            self._pages.setCurrentIndex(0)
        else:
            self._pages.setCurrentWidget(page)
        if self._pages.currentWidget() is not before:
            (self._seen or lab).operations.search.setFocus()
        self.follow()
        self._clock.start()

    def show_beside(self) -> None:
        """At the right of the network, so that both are seen."""
        lab, _ = self._made()
        lab.strip.beside.hide()
        self.beside.take(self._inside)
        self.open()

    def show_alone(self) -> None:
        """In place of all but the menus and the status bar."""
        self.close_beside()
        self.open()

    def show_metrics(self) -> None:
        """The meters, which stand beside the network, as they are on it too."""
        meters = self._walking.docks.of(MetersPanel)
        self._pages.setCurrentIndex(0)
        dock = self._walking.docks.docks["meters"]
        dock.show()
        dock.raise_()
        meters.kind.setFocus()
        if self._seen is not None:
            self._seen.operations.settle()

    def close_beside(self) -> None:
        """The network has the window; the lab waits in its own place."""
        lab, page = self._made()
        if self.beside.is_on:
            lab.strip.beside.show()
            self.beside.leave()
            page.addWidget(self._inside)
            page.setStretchFactor(1, 1)
            self._inside.show()

    def _see(self, part: Lab | LossesLab) -> None:
        self._inside.setCurrentWidget(part)
        part.operations.settle()

    @property
    def _seen(self) -> Lab | LossesLab | None:
        """The tensors or the losses, as was chosen last."""
        return self.losses if self.losses is not None and self._inside.currentWidget() is self.losses else self.lab

    def follow(self) -> None:
        """The lesson, where one is open, stands beside what is seen."""
        if self.page is not None:
            self.page.follow(self._pages.currentWidget() is self.page)

    def facts(self) -> Mapping[str, object]:
        """What lessons may ask of the lab; nothing before it has answered."""
        losses, lab = self.losses, self.lab
        if losses is not None and self._seen is losses:
            return loss_facts(losses.answer) if losses.answer is not None else {}
        answer = lab.answered if lab is not None else None
        return lab_facts(answer) if answer is not None else {}

    def _made(self) -> tuple[Lab, Beside]:
        if self.lab is not None and self.page is not None:
            return self.lab, self.page
        lab = self.lab = Lab(self._theme, make_lab_surface)
        page = self.page = Beside(self._inside, self._side, self._theme)
        page.setProperty("place", "lab")
        self._pages.addWidget(page)
        self._add(lab)
        lab.strip.beside_asked.connect(self.show_beside)
        lab.operations.loss_chosen.connect(lambda loss: self.open(begin_loss(loss)))
        return lab, page

    def _made_losses(self) -> LossesLab:
        if self.losses is None:
            self.losses = LossesLab(self._theme)
            self._add(self.losses)
            self._greet(self.losses)
            self.losses.network_asked.connect(self._walking.follow)
            self.losses.operation_chosen.connect(lambda name: self.open(begin(name).chain))
        return self.losses

    def _show_network(self, walk: Walk, loss: Loss) -> None:
        if self.losses is not None and self.losses.follows:
            self.losses.show_network(question_of(walk, loss))

    def _add(self, part: Lab | LossesLab) -> None:
        self._inside.addWidget(part)
        part.operations.metrics_asked.connect(self.show_metrics)
        part.asked.connect(self._trainer.ask_lab)

    def _greet(self, part: Lab | LossesLab) -> None:
        """Say whether the engine is there, and ask it."""
        self._engine = self._trainer.engine
        part.show_loading(self._engine is None)
        part.ask()

    def _listen(self) -> None:
        """Take what the engine has answered; another engine is asked again."""
        seen = self._seen
        follows = seen is not None and seen is self.losses and self.losses.follows
        self._walking.follow(follows and seen is not None and seen.isVisible())
        if seen is None or not seen.isVisible():
            self._clock.stop()
            return
        if self._trainer.engine is not self._engine:
            self._greet(seen)
        answer = self._trainer.take_lab_answer()
        if isinstance(answer, LossAnswer):
            self._made_losses().show_answer(answer)
        elif answer is not None and self.lab is not None:
            self.lab.show_answer(answer)
        if answer is not None:
            self.answered.emit()

    def take_over(self, other: Laboratory) -> None:
        """What stands in the lab of another window."""
        if other.lab is None or other.page is None or not other._visited:
            return
        lab, _ = self._made()
        lab.take_over(other.lab)
        self._visited = True
        self._greet(lab)
        if other.losses is not None:
            self._made_losses().take(other.losses.question)
            self._see(self._made_losses() if other._seen is other.losses else lab)
        if other.beside.is_on:
            self.show_beside()
        elif other.page.isVisible():
            self.open()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.lab, self.losses, self.page, self.beside):
            if part is not None:
                part.show_theme(theme)
