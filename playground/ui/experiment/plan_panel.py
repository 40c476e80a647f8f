"""What varies, how it is gone through, and how many runs that makes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.runs.axes import FOUND, PARTS, RATE, Axis, AxisError, settings_of
from playground.runs.experiment import HOWS, NUMBERS, Plan, first_plan
from playground.runs.offering import first_axes, offered
from playground.ui.experiment.axis_card import AxisCard
from playground.ui.experiment.where_panel import WherePanel
from playground.ui.lab.laying import empty
from playground.ui.text import node_title
from playground.ui.texts.runs.plan import axis_title, how_help, how_title, number_help, number_title, part_title
from playground.ui.texts.runs.sweep import error_in_words
from playground.ui.theme import Theme
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.parts import FormRow, TextLabel, heading
from playground.ui.widgets.plain import tip
from playground.ui.widgets.screen_room import Scrolled


class PlanPanel(QFrame):
    """`changed`: a person made another plan, which is `plan`."""

    changed = Signal()

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.theme = document, theme
        self.plan = first_plan(document, first_axes(document))
        self.setProperty("look", "panel")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self.add = QPushButton(self.tr("Another setting"), self)
        self.add.setProperty("look", "link")
        self.menu = QMenu(self.add)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.add.setMenu(self.menu)
        self.count = TextLabel(wrap=True, parent=self)
        self.count.setObjectName("experiment:count")
        self.finds, self.where = self._finds_box(), WherePanel(theme, self)
        self.where.changed.connect(self._take_where)
        inside = QWidget()
        inside.setProperty("look", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("What varies")))
        column.addLayout(self._cards)
        column.addWidget(self.add)
        column.addWidget(self.finds)
        column.addWidget(heading(self.tr("How")))
        column.addLayout(self._segments())
        self.boxes = {name: self._box(name) for name in NUMBERS if name != "workers"}
        self._rows = {name: FormRow(number_title(name), box, number_help(name)) for name, box in self.boxes.items()}
        for row in self._rows.values():
            column.addWidget(row)
        column.addWidget(self.count)
        column.addSpacing(4)
        column.addWidget(self.where)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inside))
        self._show()

    def _segments(self) -> QHBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(0)
        self.hows = {}
        for how in HOWS:
            button = QPushButton(how_title(how), self)
            button.setProperty("look", "segment")
            button.setCheckable(True)
            button.setToolTip(tip(how_help(how)))
            button.clicked.connect(lambda _=False, how=how: self._take(how=how))
            group.addButton(button)
            row.addWidget(button)
            self.hows[how] = button
        row.addStretch(1)
        return row

    def _finds_box(self) -> QCheckBox:
        box = QCheckBox(self.tr("Each run finds its learning rate"), self)
        box.setObjectName("plan:finds")
        box.setToolTip(tip(self.tr(
            "Before it trains, each run tries rates from 1e-6 to 10 on its first weights and takes the one where the "
            "loss falls steepest: so other widths and batches each have a rate that suits them."
        )))  # fmt: skip
        box.clicked.connect(self._let_find)
        return box

    def _box(self, name: str) -> NumberBox:
        low, high = NUMBERS[name]
        box = NumberBox(getattr(self.plan, name), low, high, whole=True, step=1 if name != "epochs" else None)
        if name == "workers":
            box.zero = self.tr("auto")
            box.set_value(box.value)
        box.setObjectName(f"plan:{name}")
        box.setAccessibleName(number_title(name))
        box.finished.connect(lambda value, name=name: self._take(**{name: int(value)}))
        return box

    # The plan

    def show_document(self, document: Document) -> None:
        """Settings that the document has not go."""
        if document is self.document:
            return
        self.document = document
        known = settings_of(document)
        held = [
            axis for axis in self.plan.axes if axis.name in known and all(map(known[axis.name].accepts, axis.values))
        ]
        self.plan = replace(self.plan, axes=tuple(held))
        self._show()

    def show_plan(self, plan: Plan) -> None:
        self.plan = plan
        self._show()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.where.show_theme(theme)
        self._show()

    def _take(self, **changes: object) -> None:
        self.plan = replace(self.plan, **changes)  # type: ignore[arg-type]
        self._show()
        self.changed.emit()

    def _take_where(self, plan: Plan) -> None:
        self.plan = plan
        self.changed.emit()

    def _replace_axis(self, at: int, axis: Axis | None) -> None:
        axes = [*self.plan.axes]
        axes[at : at + 1] = [] if axis is None else [axis]
        self.plan = replace(self.plan, axes=tuple(axes))
        if axis is None:
            self._show()
        else:
            self._show_count()
        self.changed.emit()

    def vary(self, name: str) -> None:
        """One more setting, with values around its own."""
        self._take(axes=(*self.plan.axes, offered(self.document, name)))

    def _let_find(self, on: bool) -> None:
        """Whether each run finds its learning rate, in place of the rates that were to vary."""
        others = tuple(axis for axis in self.plan.axes if axis.name != RATE)
        self._take(axes=(Axis(RATE, (FOUND,)), *others) if on else others)

    # What is seen

    def _show(self) -> None:
        self.finds.setChecked(Axis(RATE, (FOUND,)) in self.plan.axes)
        empty(self._cards)
        for at, axis in enumerate(self.plan.axes):
            card = AxisCard(self.document, axis, self.theme, self)
            card.changed.connect(partial(self._replace_axis, at))
            card.removed.connect(partial(self._replace_axis, at, None))
            self._cards.addWidget(card)
        for how, button in self.hows.items():
            button.setChecked(how == self.plan.how)
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                box.set_value(getattr(self.plan, name))
        self.where.show_plan(self.plan)
        for name in ("count", "chance"):
            self._rows[name].setVisible(self.plan.how == "random")
        self._rows["seeds"].setVisible(all(axis.name != "training.seed" for axis in self.plan.axes))
        self._show_count()

    def _show_count(self) -> None:
        try:
            count = len(self.plan.trials(self.document))
        except AxisError as error:
            self.count.setText(error_in_words(error))
            return
        sizes = [len(axis.values) for axis in self.plan.axes]
        sizes += [self.plan.seeds] if self._rows["seeds"].isVisibleTo(self) else []
        product = " × ".join(map(str, sizes))
        whole = (
            self.tr("{product} = {count} runs")
            if self.plan.how != "random" and len(sizes) > 1
            else self.tr("{count} runs")
            if count != 1
            else self.tr("1 run")
        )
        self.count.setText(whole.format(product=product, count=f"{count:,}"))

    def _fill_menu(self) -> None:
        """Every setting that does not vary yet, by where it belongs."""
        self.menu.clear()
        menus: dict[str, QMenu] = {}
        varied = {axis.name for axis in self.plan.axes}
        for name in settings_of(self.document):
            place = name.rpartition(".")[0]
            if name in varied:
                continue
            where = self.menu if not place else menus.get(place)
            if where is None:
                where = menus[place] = self.menu.addMenu(self._place_title(place))
            action = where.addAction(axis_title(self.document, name))
            action.triggered.connect(lambda _=False, name=name: self.vary(name))

    def _place_title(self, place: str) -> str:
        if place in PARTS:
            return part_title(place)
        node = self.document.graph.by_id[place]
        return f"{node_title(node, self.document)} ({place})".replace("&", "&&")
