"""The tensors of one call on one sheet, and which of their cells belong together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from playground.frames.lab import LabAnswer, LabTensor
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import Call
from playground.ui.lab.tensors.behind import paint_bands, paint_lacks, paint_lines
from playground.ui.lab.tensors.cells import largest_of
from playground.ui.lab.tensors.flight import Flight, Flown
from playground.ui.lab.tensors.loupe import Loupe
from playground.ui.lab.tensors.placing import LEAST, SIGN, Extent, Placing, Way, best_way, height_of, placed
from playground.ui.lab.tensors.telling import is_turned, laid_out, marked_inputs, marked_result, same_places
from playground.ui.lab.tensors.tensor_field import TensorField, sign_label
from playground.ui.theme import Theme

NOWHERE = (0, -1)
LEAST_HIGH, HIGHEST = 160, 16_777_215
# Of more cells the result does not fly together.
MOST_FLOWN, MOST_LINES = 64, 8
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Board(QWidget):
    """`cell_typed` tells an input's name, a place and what was typed; `pointed` a result and a place of it."""

    cell_typed = Signal(str, int, str)
    pointed = Signal(int, int)
    pasted = Signal(str)
    played = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answer: LabAnswer | None = None
        self.inputs: dict[str, TensorField] = {}
        self.results: list[TensorField] = []
        self._signs: list[QLabel] = []
        self._symbol, self._cell, self._new = "", NOWHERE, True
        self._placing, self._way = Placing(1, ()), Way()
        self.flight, self.loupe = Flight(self), Loupe(theme, self)
        # Whether nothing beside it needs the height.
        self.is_alone = True
        self.setMinimumHeight(LEAST_HIGH)

    # What is shown

    def show_call(self, call: Call) -> None:
        """A field for each input; what is in them, and results, come with the answer."""
        self._clear([*self.inputs.values(), *self.results, *self._signs])
        # The last answer is of other inputs.
        self._answer = None
        self.inputs, self.results, self._signs, self._cell, self._new = {}, [], [], NOWHERE, True
        self._symbol = OPERATIONS[call.operation].symbol
        for name, given in call.inputs:
            field = self.inputs[name] = TensorField(self._theme, name, given, self)
            field.cell_typed.connect(partial(self.cell_typed.emit, name))
            field.pointed.connect(partial(self._point_input, name))
            field.pointed.connect(partial(self.loupe.show_at, field.grid))
            field.pasted.connect(partial(self.pasted.emit, name))
            field.show()
        self._make_results(1)

    @staticmethod
    def _clear(parts: list[QWidget]) -> None:
        for part in parts:
            part.hide()
            part.deleteLater()

    def show_answer(self, answer: LabAnswer) -> None:
        """Inputs as the engine has them, results, what is marked in them; the cell pointed at stays."""
        self.flight.stop()
        before, self._answer = self._shape, answer
        clashes = answer.trouble.clashes if answer.trouble is not None else ()
        shown = [*(tensor for _, tensor in answer.inputs), *answer.results]
        largest = max(map(largest_of, shown), default=0.0)
        for name, field in self.inputs.items():
            tensor = self.tensor(name)
            red = tuple(axis for one, axis in clashes if one == name)
            field.show_tensor(tensor, largest, laid_out(answer, name), red, is_turned(answer, name))
        self._make_results(len(answer.results))
        for field, result in zip(self.results, answer.results, strict=True):
            field.show_tensor(result, largest)
        for name, marked in marked_inputs(answer).items():
            self.inputs[name].grid.show_marked(marked)
        for number, field in enumerate(self.results):
            field.grid.show_marked(marked_result(answer, number))
        self._place()
        self.point(*self._cell)
        if self._new or before != self._shape:
            self._fly_all()
        self._new = False

    @property
    def _shape(self) -> tuple[int, ...] | None:
        return self._answer.results[0].shape if self._answer is not None and self._answer.results else None

    def tensor(self, name: str) -> LabTensor | None:
        """An input as the engine has it."""
        return dict(self._answer.inputs).get(name) if self._answer is not None else None

    def _make_results(self, count: int) -> None:
        """So many fields, which are there before the answer, so that a lesson can point at them."""
        if len(self.results) == count:
            return
        self._clear([*self.results])
        self.results = []
        for number in range(count):
            name = self.tr("result") + (f" {number}" if count > 1 else "")
            field = TensorField(self._theme, name, None, self)
            field.setObjectName("" if number else "lab:result")
            field.pointed.connect(partial(self.point, number))
            field.pointed.connect(partial(self.loupe.show_at, field.grid))
            field.show()
            self.results.append(field)

    # Where everything stands

    @property
    def _fields(self) -> list[TensorField]:
        return [*self.inputs.values(), *self.results]

    @property
    def is_corner(self) -> bool:
        """Whether the result stands where rows and columns meet."""
        return self._way.in_corner

    @property
    def _may_corner(self) -> bool:
        """Whether it is a product of two matrices."""
        answer = self._answer
        if answer is None or OPERATIONS[answer.question.chain.last.operation].form != "products":
            return False
        shapes = [tensor.shape for _, tensor in answer.inputs] + [one.shape for one in answer.results]
        return [len(shape) for shape in shapes] == [2, 2, 2] and len(self._fields) == 3

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """All fields anew, all cells of one size."""
        fields, room = self._fields, (self.width(), self.height())
        self._way, self._placing = best_way(self._sizes, self._may_corner, room)
        sizes = self._sizes(self._way)
        # What it does not need is left to what stands below it.
        tall = placed(sizes, self._way, (room[0], HIGHEST))
        needed = height_of(sizes, tall) if self.is_alone else HIGHEST
        self.setMaximumHeight(max(needed, *(field.sizeHint().height() for field in fields), LEAST_HIGH))
        for number, (field, (x, y)) in enumerate(zip(fields, self._placing.corners, strict=True)):
            below = self.is_corner and number == 2
            field.show_below(below)
            field.grid.show_cells_of(self._placing.side, self._way)
            wide = sizes[number].wide(self._placing.side)
            ends = [corner[0] - SIGN for corner in self._placing.corners if corner[0] > x and not self.is_corner]
            room_right = min(ends, default=self.width()) - x
            least_wide = max(wide, min(room_right, LEAST if self.is_corner else room_right))
            high = max(field.minimumSizeHint().height(), field.head + field.grid.minimumHeight())
            field.setGeometry(x, y if below else y - field.head, least_wide, high)
        self._place_signs()
        self.update()

    def _sizes(self, way: Way) -> list[Extent]:
        return [field.grid.extent(way) for field in self._fields]

    def _place_signs(self) -> None:
        """Between inputs the operation's sign, before the result an equals sign; none around a corner."""
        self._clear([*self._signs])
        self._signs = []
        if self.is_corner:
            return
        for number, (x, y) in enumerate(self._placing.corners[1:], start=1):
            # What is no formula leads to its result.
            made = "=" if self._symbol else "→"
            words = made if number == len(self.inputs) else self._symbol if number < len(self.inputs) else ""
            sign = sign_label(words, self)
            grid = self._fields[number].grid
            sign.setGeometry(x - SIGN, y + grid.frame.top, SIGN, max(20, min(self._placing.side, 58)))
            sign.show()
            self._signs.append(sign)

    def box(self, field: TensorField, place: int) -> QRectF:
        """Where a cell of a field stands on the board."""
        corner = field.grid.mapTo(self, QPoint(0, 0))
        return field.grid.cell(place).translated(corner.x(), corner.y())

    def paintEvent(self, event: QPaintEvent) -> None:
        """What lies behind the cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._answer is not None and self._answer.trouble is not None:
            grids = {name: (field.grid, self._grid_box(field)) for name, field in self.inputs.items()}
            paint_lacks(painter, self._theme, self._answer, grids, self._placing.side)
        part, cell = self._cell
        if cell < 0 or part >= len(self.results):
            return
        end = self.box(self.results[part], cell)
        starts = [self.box(self.inputs[name], place) for name, place in self.sources(part, cell) if name in self.inputs]
        if self.is_corner:
            paint_bands(painter, self._theme, starts, end)
        elif len(starts) <= MOST_LINES:
            paint_lines(
                painter, self._theme, starts, end, max(self._grid_box(field).bottom() for field in self._fields)
            )

    def _grid_box(self, field: TensorField) -> QRect:
        return QRect(field.grid.mapTo(self, QPoint(0, 0)), field.grid.minimumSize())

    # Where numbers come from

    def sources(self, part: int, cell: int) -> tuple[tuple[str, int], ...]:
        """Input and flat place of all that a result cell comes from."""
        answer = self._answer
        known = answer is not None and part < len(answer.sources) and cell >= 0
        return answer.sources[part].of(cell) if answer is not None and known else ()

    def point(self, part: int, cell: int) -> None:
        """A ring around a result cell and its sources; the last one stays while the pointer is elsewhere."""
        if cell >= 0:
            self._fill(None)
        self._show_cell(part, cell)

    def _show_cell(self, part: int, cell: int) -> None:
        answer = self._answer
        if cell < 0 and part == self._cell[0]:
            cell = self._cell[1]
        if answer is None or part >= len(answer.results):
            self.pointed.emit(*NOWHERE)
            return
        values = answer.results[part].values
        cell = min(cell, -1 if values is None else values.size - 1)
        self._cell = (part, cell)
        sources = self.sources(part, cell)
        for name, field in self.inputs.items():
            copy = self._copy_at(name, cell) if cell >= 0 else -1
            places = [place for one, place in sources if one == name]
            field.grid.show_rings(frozenset(places), copy)
            if places:
                field.grid.open_page(places[0])
        parts = same_places(answer, part)
        for number, field in enumerate(self.results):
            field.grid.show_rings(frozenset({cell} if number in parts and cell >= 0 else ()))
            if number in parts and cell >= 0:
                field.grid.open_page(cell)
        self.update()
        self.pointed.emit(part, cell)

    def _copy_at(self, name: str, cell: int) -> int:
        """Where the copy stands that a result cell reads, which is its own place; -1 where it reads no copy."""
        places = laid_out(self._answer, name) if self._answer is not None else None
        if places is None or places.shape != self._shape:
            return -1
        flat = places.ravel()
        return cell if cell < flat.size and (flat[:cell] == flat[cell]).any() else -1

    def _point_input(self, name: str, place: int) -> None:
        """A ring around the results that an input cell has a part in."""
        answer = self._answer
        if answer is None or place < 0 or not answer.sources:
            self._show_cell(*self._cell)
            return
        for number, field in enumerate(self.results[: len(answer.sources)]):
            reached = answer.sources[number].reached(name, place)
            field.grid.show_rings(frozenset(reached))
            if reached:
                field.grid.open_page(reached[0])
        for other, field in self.inputs.items():
            field.grid.show_rings(frozenset({place} if other == name else ()))

    # Walking, and flying

    @property
    def count(self) -> int:
        """How many cells the result has that is walked through."""
        part = self._cell[0]
        values = self._answer.results[part].values if self._answer and part < len(self._answer.results) else None
        return 0 if values is None else values.size

    def walk(self, by: int) -> None:
        """To the cell so many further on, from the last one to the first; cells after it are still to come."""
        if self.count:
            self.walk_to((self._cell[1] + by) % self.count)

    def walk_to(self, cell: int) -> None:
        """Fill the result up to a cell, which comes from its sources."""
        part = self._cell[0]
        if not 0 <= cell < self.count:
            return
        self.flight.stop()
        self._show_cell(part, cell)
        self._fill(cell + 1)
        flown = self._flown(part, cell)
        if flown and self.flight.may_move:
            self._fill(cell)
            self.flight.fly(flown, partial(self._fill, cell + 1))

    def _fill(self, count: int | None) -> None:
        part = self._cell[0]
        if part < len(self.results):
            self.results[part].grid.show_reached(None if count is not None and count >= self.count else count)

    def _fly_all(self) -> None:
        """A new result comes from its sources, all of it at once."""
        if not self.flight.may_move or not 0 < self.count <= MOST_FLOWN or len(self.results) != 1:
            return
        flown = [one for cell in range(self.count) for one in self._flown(0, cell)[:MOST_LINES]]
        if 0 < len(flown) <= MOST_LINES * MOST_FLOWN:
            self._fill(0)
            self.flight.fly(flown, partial(self._fill, None))

    def _flown(self, part: int, cell: int) -> list[Flown]:
        """From each source of a cell a copy of what stands there."""
        end, found = self.box(self.results[part], cell), []
        for name, place in self.sources(part, cell):
            if name in self.inputs:
                grid = self.inputs[name].grid
                found.append(Flown(self.box(self.inputs[name], place), end, grid.colour(place), grid.words(place)))
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the result, Space plays."""
        key = Qt.Key(event.key())
        if key in KEYS:
            self.walk(KEYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.walk_to(0 if key == Qt.Key.Key_Home else self.count - 1)
        elif key == Qt.Key.Key_Space:
            self.played.emit()
        else:
            super().keyPressEvent(event)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.loupe.show_theme(theme)
        for field in self._fields:
            field.show_theme(theme)
        self.update()
