"""Where the runs are trained: by processes of this computer, or by the workers of a cluster."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.frames.device import CPU, EACH
from playground.runs.cluster import ClusterError, check_reach, needs_trust
from playground.runs.experiment import NUMBERS, Plan
from playground.runs.reach import Reach
from playground.ui.texts.runs.plan import device_title, number_help, number_title
from playground.ui.texts.runs.sweep import error_in_words
from playground.ui.theme import Theme
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.parts import FormRow, TextLabel, heading
from playground.ui.widgets.plain import PlainLabel, tip

PADDING = 20
USUAL = "tcp://127.0.0.1:8786"


class FileRow(QWidget):
    """A path that is typed or chosen; `chosen` carries it."""

    chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.path = QLineEdit(self)
        self.path.setPlaceholderText(self.tr("as Dask's configuration says"))
        self.path.editingFinished.connect(lambda: self.chosen.emit(self.path.text().strip()))
        browse = QToolButton(self)
        browse.setText("…")
        browse.setProperty("look", "framed")
        browse.setAccessibleName(self.tr("Choose a file: {title}").format(title=title))
        browse.clicked.connect(self._browse)
        row, field = QHBoxLayout(), QWidget(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        field.setLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(FormRow(title, field, above=True))
        self.path.setAccessibleName(title)

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self._title, self.path.text())
        if path:
            self.path.setText(path)
            self.chosen.emit(path)


class WherePanel(QWidget):
    """`changed` carries the plan with what a person chose here; `reached`: `reach`, how a cluster is reached, is
    another."""

    changed = Signal(object)
    reached = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan, self.reach, self.gpus = Plan(), Reach(), ()  # type: Plan, Reach, tuple[str, ...]
        self._last = USUAL
        self.here, self.away = QPushButton(self.tr("This computer"), self), QPushButton(self.tr("A cluster"), self)
        self.away.setObjectName("plan:cluster")
        self.away.setToolTip(tip(self.tr(
            "The workers of a scheduler of Dask that runs already, on this computer or on many: docs/CLUSTER.md tells "
            "how to start one."
        )))  # fmt: skip
        low, high = NUMBERS["workers"]
        self.workers = NumberBox(0, low, high, whole=True, step=1)
        self.workers.setObjectName("plan:workers")
        self.workers.finished.connect(lambda value: self._take(workers=int(value)))
        self.device = QComboBox(self)
        self.device.setObjectName("plan:device")
        self.device.activated.connect(lambda _: self._take(device=self.device.currentData()))
        self.address = QLineEdit(self)
        self.address.setObjectName("plan:address")
        self.address.setPlaceholderText("tls://HOST:PORT")
        self.address.editingFinished.connect(lambda: self._take(cluster=self.address.text().strip() or self._last))
        self.trusted = QCheckBox(self.tr("I trust this network"), self)
        self.trusted.setObjectName("plan:trusted")
        self.trusted.setToolTip(tip(self.tr("Whoever reaches a tcp:// scheduler can run programs on its workers.")))
        self.trusted.clicked.connect(lambda on: self._reach(trusted=self.plan.cluster if on else ""))
        self.files = {
            "authority": FileRow(self.tr("Certificate authority"), self),
            "certificate": FileRow(self.tr("Own certificate"), self),
            "key": FileRow(self.tr("Own key"), self),
        }
        self.fault = PlainLabel(parent=self)
        self.fault.setObjectName("plan:cluster_fault")
        self.fault.setWordWrap(True)
        self._lay_out()
        self.show_theme(theme)
        self.show_plan(self.plan)

    def _lay_out(self) -> None:
        segments, group, column = QHBoxLayout(), QButtonGroup(self), QVBoxLayout(self)
        segments.setSpacing(0)
        for button, away in ((self.here, False), (self.away, True)):
            button.setProperty("look", "segment")
            button.setCheckable(True)
            # Chosen it is bold, and must not be cut.
            button.ensurePolished()
            button.setMinimumWidth(TextLabel(button.text(), bold=True).sizeHint().width() + PADDING)
            button.clicked.connect(lambda _=False, away=away: self._take(cluster=self._last if away else ""))
            group.addButton(button)
            segments.addWidget(button)
        segments.addStretch(1)
        self._here = FormRow(number_title("workers"), self.workers, number_help("workers"))
        self._devices = FormRow(self.tr("Train on"), self.device, above=True)
        scheduler = FormRow(self.tr("Scheduler"), self.address, above=True)
        self._away: list[QWidget] = [scheduler, self.trusted, *self.files.values(), self.fault]
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Run on")))
        column.addLayout(segments)
        for part in (self._here, self._devices, *self._away):
            column.addWidget(part)
        for name, row in self.files.items():
            row.chosen.connect(lambda path, name=name: self._reach(**{name: path}))

    # What a person chooses

    def _take(self, **changes: object) -> None:
        plan = replace(self.plan, **changes)  # type: ignore[arg-type]
        if plan != self.plan:
            self.show_plan(plan)
            self.changed.emit(plan)

    def _reach(self, **changes: str) -> None:
        self.show_reach(replace(self.reach, **changes))
        self.reached.emit()

    # What is seen

    def show_plan(self, plan: Plan) -> None:
        self.plan, self._last = plan, plan.cluster or self._last
        self.here.setChecked(not plan.cluster)
        self.away.setChecked(bool(plan.cluster))
        with QSignalBlocker(self.workers):
            self.workers.set_value(plan.workers)
        self.address.setText(plan.cluster)
        self._show()

    def show_reach(self, reach: Reach) -> None:
        """How a cluster is reached from this machine."""
        self.reach = reach
        for name, row in self.files.items():
            row.path.setText(getattr(reach, name))
        self._show()

    def show_gpus(self, gpus: tuple[str, ...]) -> None:
        """What TensorFlow sees here, by name; without one there is no choice."""
        if gpus != self.gpus:
            self.gpus = gpus
            self._show()

    def _show(self) -> None:
        cluster = self.plan.cluster
        self._here.setVisible(not cluster)
        self._devices.setVisible(bool(self.gpus) and not cluster)
        for away in self._away:
            away.setVisible(bool(cluster))
        self._show_devices()
        self.trusted.setVisible(bool(cluster) and needs_trust(cluster))
        self.trusted.setChecked(bool(cluster) and self.reach.trusted == cluster)
        for row in self.files.values():
            row.setVisible(cluster.startswith("tls:"))
        words = self._words() if cluster else ""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def _show_devices(self) -> None:
        each = [EACH] if len(self.gpus) > 1 else []
        offered = ["", CPU, *(f"gpu:{at}" for at in range(len(self.gpus))), *each]
        self.device.clear()
        for device in dict.fromkeys([*offered, self.plan.device]):
            self.device.addItem(device_title(device, self.gpus), device)
        self.device.setCurrentIndex(self.device.findData(self.plan.device))

    def _words(self) -> str:
        try:
            check_reach(self.plan.cluster, self.reach)
        except ClusterError as error:
            return error_in_words(error)
        return ""

    def show_theme(self, theme: Theme) -> None:
        self.fault.setStyleSheet(f"color: {theme.problem}")
