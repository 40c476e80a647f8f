"""The style sheet of the whole window: quiet surfaces, one-pixel lines, one accent."""

from __future__ import annotations

from string import Template

from playground.ui.assets import asset
from playground.ui.theme import Theme

SHEET = Template("""
QToolTip { color: $ink; background: $panel; border: 1px solid $line; padding: 4px 6px; }

QLineEdit, QComboBox, QAbstractSpinBox {
    color: $ink; background: $field; border: 1px solid $edge; border-radius: 7px; padding: 4px 8px;
    selection-background-color: $accent; selection-color: $on_accent; min-height: 1.3em; placeholder-text-color: $muted;
}
QPlainTextEdit {
    color: $ink; background: $field; border: 1px solid $edge; border-radius: 7px; padding: 3px 5px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted;
}
QPlainTextEdit:focus { border-color: $accent; }
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: $muted; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border-color: $accent; }
QLineEdit:disabled, QComboBox:disabled { color: $muted; background: $window; }
QLineEdit[wrong="true"] { border-color: $problem; }
QLineEdit[look="title"] { border-color: transparent; background: transparent; padding: 2px 4px; margin-left: -7px; }
QLineEdit[look="search"] { padding-left: 1px; }
QLineEdit[look="title"]:hover { border-color: $line; }
QLineEdit[look="title"]:focus { border-color: $accent; background: $field; }

QComboBox { padding-right: 4px; combobox-popup: 0; }
QComboBox QLineEdit { border: none; border-radius: 0; padding: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$icons/chevron-down-$mode.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    color: $ink; background: $panel; border: 1px solid $line; outline: none; padding: 3px;
    selection-background-color: $hover; selection-color: $ink;
}
QComboBox QAbstractItemView::item { min-height: 24px; padding: 1px 6px; border-radius: 5px; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {
    color: $ink; background: $hover;
}

QPushButton {
    color: $ink; background: $field; border: 1px solid $line; border-radius: 7px; padding: 5px 12px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $muted; background: transparent; }
QPushButton:default { color: $on_accent; background: $accent; border-color: $accent; }
QPushButton:default:disabled { color: $muted; background: $line; border-color: $line; }
QPushButton[look="chip"] { padding: 3px 4px; color: $muted; background: transparent; }
QPushButton[look="chip"]:hover { background: $hover; }
QPushButton[look="chip"]:checked { color: $ink; background: $hover; border-color: $accent; }
QPushButton[look="chip"]:focus { border: 2px solid $accent; padding: 2px 3px; }
QPushButton[look="fix"] { border-color: $muted; padding: 1px 6px; }
QPushButton[look="fix"]:focus { border-color: $accent; }
QPushButton[look="link"] {
    color: $accent; background: transparent; border: 1px solid transparent; border-radius: 5px;
    padding: 2px 2px; text-align: left;
}
QPushButton[look="link"]:hover { background: $hover; }
QPushButton[look="link"]:focus { border-color: $accent; }
QPushButton[look="place"] {
    color: $muted; background: transparent; border: none; border-bottom: 2px solid transparent; border-radius: 0;
    padding: 3px 10px 2px 10px;
}
QPushButton[look="place"]:hover { color: $ink; }
QPushButton[look="place"]:focus { background: $hover; }
QPushButton[look="place"]:checked { color: $ink; border-bottom-color: $accent; font-weight: bold; }
QPushButton[look="link"]::menu-indicator { image: none; }
QPushButton[look="outlined"] { border-color: $edge; padding: 5px 14px; }
QPushButton[look="outlined"]:focus { border-color: $accent; }
QPushButton[look="primary"] {
    color: $on_accent; background: $accent; border-color: $accent; padding: 5px 14px; font-weight: 600;
}
QPushButton[look="primary"]:hover { background: $accent_hover; }
QPushButton[look="primary"]:focus { border-color: $ink; }
QPushButton[look="primary"]:disabled { color: $muted; background: $line; border-color: $line; }
QPushButton[look="flat"] { color: $muted; background: transparent; border-color: transparent; padding: 5px 6px; }
QPushButton[look="flat"]:hover { background: $hover; }
QPushButton[look="flat"]:focus { border-color: $accent; }
QPushButton[look="small"] { color: $muted; background: $panel; padding: 1px 7px; border-radius: 5px; }
QPushButton[look="small"]:hover { color: $ink; background: $hover; }
QPushButton[look="row chip"] {
    color: $accent; background: $hover; border: 1px solid transparent; border-radius: 5px; padding: 1px 7px;
}
QPushButton[look="row chip"]:hover, QPushButton[look="row chip"]:focus { border-color: $accent; }
QPushButton[look="amber"] { background: $note; border-color: $note_line; }
QPushButton[look="amber"]:checked { color: $on_accent; background: $accent; border-color: $accent; }
QPushButton[look="amber"]:hover, QPushButton[look="amber"]:focus { border-color: $validation; }
QPushButton[look="segment"] {
    color: $muted; background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 2px 7px;
}
QPushButton[look="segment"]:checked { color: $ink; background: $hover; font-weight: 600; }
QPushButton[look="segment"]:focus { border-color: $accent; }
QPushButton[look="segment"]:disabled { color: $edge; }
QLabel[look="chip"] { background: $hover; border-radius: 5px; padding: 2px 7px; }
QFrame[look="switch"] { border: 1px solid $edge; border-radius: 7px; }
QFrame[look="block"] { background: $hover; border: 1px solid transparent; border-radius: 8px; }
QFrame[look="block"]:focus { border-color: $accent; }
QFrame[look="choice"] { border: 1px solid $line; border-radius: 7px; }
QFrame[look="choice"]:hover { border-color: $edge; }
QFrame[mark="right"] { border: 2px solid $good; }
QFrame[mark="wrong"] { border: 2px solid $validation; }
QLineEdit[mark="right"], QPlainTextEdit[mark="right"] { border: 2px solid $good; }
QLineEdit[mark="wrong"] { border: 2px solid $validation; }
QFrame[look="banner"] { background: $panel; border: 1px solid $line; border-radius: 7px; }
QFrame[look="plain banner"] { background: transparent; border: none; }
QTabBar[look="places"]::tab {
    border-radius: 0; border-bottom: 2px solid transparent; margin: 0; padding: 8px 12px 7px 12px;
}
QTabBar[look="places"]::tab:hover { color: $ink; background: transparent; }
QTabBar[look="places"]::tab:selected { color: $ink; background: transparent; border-bottom-color: $accent; }
QTextBrowser[look="words"] { color: $ink; background: transparent; border: none; }
QPlainTextEdit[look="code"] { background: $hover; border-color: transparent; border-radius: 8px; padding: 6px 8px; }
QPlainTextEdit[look="code"]:focus { border-color: $accent; }

QToolButton { color: $ink; background: transparent; border: 1px solid transparent; border-radius: 7px; padding: 5px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $line; }
QToolButton:checked { background: $hover; border-color: $line; }
QToolButton:focus { border-color: $accent; }
QToolButton[look="quiet"] { padding: 3px; border-radius: 5px; }
QToolButton[look="framed"] { border-color: $line; }
QToolButton[look="framed"]:focus { border-color: $accent; }
QToolButton[look="play"] { background: $accent; border: 2px solid $accent; border-radius: 19px; padding: 0; }
QToolButton[look="play"][fresh="true"] { background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
    stop: 0 $accent, stop: 0.78 $accent, stop: 0.84 $panel, stop: 1 $panel); }
QToolButton[look="play"]:hover { background: $accent_hover; border-color: $accent_hover; }
QToolButton[look="play"]:focus { border-color: $ink; }
QToolButton[look="play"]:disabled { background: $line; border-color: $line; }
QToolButton::menu-indicator { image: none; }

QCheckBox, QRadioButton { color: $ink; spacing: 7px; }
QCheckBox::indicator, QListView::indicator {
    width: 14px; height: 14px; border: 1px solid $edge; border-radius: 4px; background: $field;
}
QCheckBox::indicator:hover, QCheckBox:focus::indicator { border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/check-$mode.svg");
}
QCheckBox:disabled { color: $muted; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $edge; border-radius: 8px; background: $field; }
QRadioButton::indicator:hover, QRadioButton:focus::indicator { border-color: $accent; }
QRadioButton::indicator:checked {
    border-color: $accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
    stop: 0 $accent, stop: 0.5 $accent, stop: 0.58 $field, stop: 1 $field);
}

QAbstractItemView { color: $ink; background: $panel; border: none; outline: none; }
QTreeView::item, QListView::item { border-radius: 6px; padding: 2px 4px; }
QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTreeView::item:selected, QListView::item:selected { background: $hover; color: $ink; }
QTreeView::branch { background: transparent; }

QScrollArea { border: none; background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 9px; margin: 1px; }
QScrollBar:horizontal { height: 9px; margin: 1px; }
QScrollBar::handle { background: $line; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { color: $ink; background: $panel; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 4px 9px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { color: $ink; background: $panel; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 5px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }

/* Names of views are whole; where they have no room, arrows move the row of them. */
QTabBar { qproperty-drawBase: 0; qproperty-elideMode: ElideNone; qproperty-usesScrollButtons: 1; }
QTabBar::tab {
    color: $muted; background: transparent; border: none; border-radius: 6px; padding: 5px 12px; margin: 2px;
}
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected { color: $ink; background: $hover; }
QTabBar::tear { width: 0; border: none; image: none; }
QTabBar::scroller { width: 24px; }
QTabBar QToolButton { padding: 0; border: none; background: $panel; }
QTabBar QToolButton:hover { background: $hover; }
QTabBar QToolButton::left-arrow { image: url("$icons/chevron-left-$mode.svg"); width: 16px; height: 16px; }
QTabBar QToolButton::right-arrow { image: url("$icons/chevron-right-$mode.svg"); width: 16px; height: 16px; }
QTabWidget::pane { border: none; }
QDockWidget { color: $ink; background: $line; }
QMainWindow::separator, QSplitter::handle { background: $line; }
QMainWindow::separator { width: 1px; height: 1px; border: 1px solid $panel; }
QMainWindow::separator:hover { background: $accent; }
QProgressBar {
    color: $ink; background: $hover; border: none; border-radius: 4px; text-align: center; min-height: 8px;
}
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { border-radius: 2px; background: $accent; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; border: 1px solid $accent; background: $panel;
}
QSlider::handle:horizontal:focus, QSlider::handle:horizontal:hover { background: $accent; }

QWidget[look="panel"] { background: $panel; }
QFrame[look="page"] { background: $window; border: none; }
QFrame[look="line"] { background: $line; border: none; }
QFrame[look="note"] { background: $note; border: 1px solid $note_line; border-radius: 7px; }
QFrame[look="row"] { background: transparent; border: 1px solid transparent; border-radius: 7px; }
QFrame[look="row"]:hover { background: $hover; }
QFrame[look="row"]:focus { border-color: $accent; }
""")


def style_sheet(theme: Theme) -> str:
    """For `QApplication.setStyleSheet`, over Fusion with `theme.palette`.

    Widgets choose a variant by the property `look`: chip, link, place, title, framed, play, panel, line, note, page,
    row, outlined, primary, flat and others of lessons; `mark` outlines an answer, right or wrong.
    """
    colours = {name: getattr(theme, name) for name in theme.__slots__ if name != "dark"}
    return SHEET.substitute(
        colours,
        on_accent=theme.window if theme.dark else "#ffffff",
        accent_hover=theme.colour("accent").lighter(112).name(),
        icons=asset("icons/style").as_posix(),
        mode="dark" if theme.dark else "light",
    )
