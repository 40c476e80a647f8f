"""The settings of what is selected: a layer's, or those of training where nothing is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QScrollArea, QStyle, QStyleOptionFrame, QVBoxLayout, QWidget

from playground.document.checks.shapes import flow
from playground.document.checks.targets import needed_outputs
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.groups import Group, expanded
from playground.document.graph import DATA, OUTPUT, Node
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.frames.frame import Frame
from playground.ui.editor import Editor
from playground.ui.panels.draws import DrawsForm
from playground.ui.panels.form import SettingsForm, with_setting
from playground.ui.panels.group import GroupForm
from playground.ui.panels.loss_box import LossBox
from playground.ui.panels.training import TrainingForm
from playground.ui.text import (
    changing,
    count_text,
    feature_title,
    group_summary,
    group_title,
    layer_help,
    layer_title,
    needs_text,
    node_title,
    shape_text,
)
from playground.ui.texts.said import later
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import scaled_font
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import TextLabel, heading, parts_of

MOST_INPUTS_NAMED = 16
# Qt's own distance between the contents of a line and its letters.
TEXT_INSET = 2


class NameField(QLineEdit):
    """A title that can be written over; a long one ends in an ellipsis until it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "title")
        self.setMaxLength(80)
        self.setFont(scaled_font(1.1, bold=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        contents = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room = contents.adjusted(TEXT_INSET, 0, -TEXT_INSET, 0)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        if self.hasFocus() or words == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.setFont(scaled_font(1.1, bold=True))


class LayerPanel(Panel):
    """The form of the selected node. Each edit is one undo step."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self._selected: tuple[str, ...] = ()
        # The nodes that are shown: those selected, and those in selected groups.
        self._nodes: tuple[str, ...] = ()
        self.setProperty("look", "panel")
        self._build(theme)
        self.show_document(editor.document)

    def _build(self, theme: Theme) -> None:
        self.title = heading("")
        self.name = NameField()
        self.name.setObjectName("setting:name")
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setToolTip(self.tr("Rename this layer"))
        self.name.editingFinished.connect(self._rename)
        self.name.installEventFilter(self)
        self.reason, self.help = TextLabel(wrap=True), TextLabel(muted=True, wrap=True)
        self.reason.hide()
        self.facts = TextLabel(wrap=True)
        self.form = SettingsForm(theme, boxes={"loss": LossBox})
        self.form.moved.connect(lambda name, value: self._editor.preview(self._with(name, value)))
        self.form.changed.connect(lambda name, value: self._editor.apply(changing(name), self._with(name, value)))
        self.form.cancelled.connect(self._editor.cancel)
        self.draws = DrawsForm(self._editor, theme)
        self.group = GroupForm(self._editor, theme)
        self.training = TrainingForm(self._editor, theme)
        inside = QWidget()
        inside.setProperty("look", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for part in (self.title, self.name, self.reason, self.help, self.facts):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self.form)
        column.addWidget(self.draws)
        column.addWidget(self.group)
        column.addWidget(self.training)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _with(self, name: str, value: object) -> Document:
        """The document with this setting, for every selected node; all are of one kind."""
        document = self._editor.document
        for node_id in self._nodes:
            layer = with_setting(document.graph.by_id[node_id].layer, name, value)
            document = edits.set_layer(document, node_id, layer)
        return document

    def _rename(self) -> None:
        document = self._editor.document
        if len(self._selected) == 1 and self.name.isModified():
            (selected,) = self._selected
            group = selected in document.tree.by_id
            kind = "Folded" if group else document.graph.by_id[selected].layer.kind
            name = self.name.text().strip()
            own = "" if name == layer_title(kind) else name
            self.name.setModified(False)
            step = later("Text", "Rename group") if group else later("Text", "Rename layer")
            self._editor.apply(step, edits.rename(document, selected, own))
            self.show_document(self._editor.shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.name and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.name.setModified(False)
            self.show_document(self._editor.shown)
            return event.type() == QEvent.Type.KeyPress
        return super().eventFilter(watched, event)

    def take_focus(self) -> None:
        """The keys go to the first field that there is."""
        fields = [part for part in parts_of(self.form) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        shown = [part for part in fields if part.isVisible() and part.isEnabled()]
        (shown[0] if shown else self.name).setFocus(Qt.FocusReason.TabFocusReason)

    def explain(self, words: str) -> None:
        """Why these nodes were selected by another hand than the person's; "" for no reason."""
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def show_selection(self, node_ids: Sequence[str]) -> None:
        """Show these nodes' settings, those of training where there are none."""
        self.explain("")
        # What is being typed belongs to the node that was selected.
        self._rename()
        focused = self.focusWidget()
        if focused is not None and focused is not self.name and focused.hasFocus():
            focused.clearFocus()
        if tuple(node_ids) != self._selected:
            self.form.forget_wrong()
        self._selected = tuple(node_ids)
        self.show_document(self._editor.shown)

    def show_document(self, document: Document) -> None:
        known = {*document.graph.by_id, *document.tree.by_id}
        self._selected = tuple(name for name in self._selected if name in known)
        group = document.tree.by_id.get(self._selected[0]) if len(self._selected) == 1 else None
        self.group.setVisible(group is not None)
        if group is not None:
            self._show_group(group, document)
            return
        self._nodes = expanded(document, self._selected)
        nodes = [document.graph.by_id[node_id] for node_id in self._nodes]
        alike = len({node.layer.kind for node in nodes}) == 1
        self.training.setVisible(not nodes)
        self.name.setVisible(len(nodes) == 1)
        self.title.setVisible(len(nodes) > 1)
        self.help.setVisible(alike)
        self.facts.setVisible(bool(nodes))
        self.form.setVisible(alike)
        self.draws.setVisible(alike and nodes[0].id == DATA)
        self.draws.show_document(document)
        if not nodes:
            self.training.show_document(document)
            return
        if alike:
            layer = nodes[0].layer
            self.form.show_value(layer)
            if isinstance(layer, Output):
                losses = self.form.rows["loss"].field
                assert isinstance(losses, LossBox)
                losses.show_task(document.data.facts.task)
            if isinstance(layer, Dense):
                self.form.rows["hold_zero"].setVisible(layer.l1 != 0 or layer.hold_zero)
            self.help.setText(layer_help(nodes[0].layer.kind))
        if len(nodes) == 1:
            self._show_one(nodes[0], document)
        else:
            self._show_many(nodes, document, alike)

    def _show_one(self, node: Node, document: Document) -> None:
        self._show_name(node_title(node, document))
        self.facts.setText("\n".join(self._facts(node, document)))

    def _show_group(self, group: Group, document: Document) -> None:
        shown: tuple[QWidget, ...] = (self.name, self.help, self.facts)
        for part in (self.training, self.title, self.form, self.draws, *shown):
            part.setVisible(part in shown)
        inside, known = expanded(document, (group.id,)), flow(document)
        self._nodes = inside
        self._show_name(group_title(group))
        self.help.setText(layer_help("Folded"))
        self.facts.setText(group_summary(len(inside), sum(known.parameters.get(node, 0) for node in inside)))
        self.group.show_group(document, group.id)

    def _show_name(self, title: str) -> None:
        if not self.name.isModified():
            with QSignalBlocker(self.name):
                self.name.setText(title)
                self.name.setCursorPosition(0)

    def _facts(self, node: Node, document: Document) -> list[str]:
        known = flow(document)
        lines = []
        if title := (node.name and layer_title(node.layer.kind)):
            lines.append(title)
        if node.id == DATA:
            names = document.data.input_names
            lines.append(count_text("input", len(names)))
            if len(names) <= MOST_INPUTS_NAMED:
                lines.append(", ".join(map(feature_title, names)))
            return lines
        sources = document.graph.sources[node.id]
        coming = [shape_text(known.shapes[source]) for source in sources if source in known.shapes]
        if node.id == OUTPUT:
            lines.append(needs_text(needed_outputs(document), document.data.facts))
            if coming:
                lines.append(self.tr("Gets {shape}").format(shape=coming[0]))
            return lines
        if node.id in known.shapes:
            shapes = f"{' + '.join(coming)} → {shape_text(known.shapes[node.id])}"
            lines.append(f"{shapes} · {count_text('parameter', known.parameters[node.id])}")
        return lines

    def _show_many(self, nodes: list[Node], document: Document, alike: bool) -> None:
        self.title.setText(self.tr("{count} layers selected").format(count=len(nodes)))
        known = flow(document)
        parameters = sum(known.parameters.get(node.id, 0) for node in nodes)
        lines = [count_text("parameter", parameters)]
        if not alike:
            lines.append(self.tr("Select layers of one kind to change them together."))
        self.facts.setText("\n".join(lines))

    def show_frame(self, frame: Frame) -> None:
        self.training.show_frame(frame)

    def forget(self) -> None:
        self.training.forget()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.form.show_theme(theme)
        self.draws.show_theme(theme)
        self.group.show_theme(theme)
        self.training.show_theme(theme)
        self.show_document(self._editor.shown)
