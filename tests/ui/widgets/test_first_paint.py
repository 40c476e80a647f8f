"""What can wait until a person sees the window does wait, and is then done."""

from PySide6.QtWidgets import QWidget

from playground.ui.widgets.first_paint import AfterFirstPaint


def test_pieces_of_work_wait_for_the_first_paint_and_are_done_once(qtbot) -> None:
    done: list[int] = []
    widget = QWidget()
    qtbot.addWidget(widget)
    AfterFirstPaint(widget, lambda: done.append(1), lambda: done.append(2))
    qtbot.wait(20)
    assert done == []
    widget.show()
    qtbot.waitUntil(lambda: done == [1, 2])
    widget.repaint()
    qtbot.wait(20)
    assert done == [1, 2]
