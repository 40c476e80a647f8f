"""The commands that add, edit, name and remove rivals, each one undo step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from playground.document.document import Document
from playground.document.edits import rivals
from playground.ui.docks.docks import Docks
from playground.ui.editor import Editor
from playground.ui.plots.rivals.rivals import RivalsPanel
from playground.ui.texts.rivals import rival_title
from playground.ui.texts.said import later


class Rivalry(QObject):
    """Answers the wishes of the view "Side by side"; its `actions` are for a menu.

    `say` is told a few words for the status bar.
    """

    def __init__(self, editor: Editor, docks: Docks, say: Callable[[str], object]) -> None:
        super().__init__(docks)
        self._editor, self._say = editor, say
        self._dock = docks.dock_of(RivalsPanel)
        docks.once_made(RivalsPanel, self._listen)
        self.adding = self._action(self.tr("Add a rival"), self.add)
        self.adding.setShortcut("Ctrl+Shift+R")
        places = range(rivals.MOST_RIVALS)
        self._editing = [self._action("", partial(self._with, self.edit, at)) for at in places]
        self._removing = [self._action("", partial(self._with, self.remove, at)) for at in places]
        editor.changed.connect(self.show_document)
        editor.opened.connect(self._open_view)
        self.show_document(editor.document)

    def _listen(self, view: RivalsPanel) -> None:
        view.add_asked.connect(self.add)
        view.edit_asked.connect(self.edit)
        view.remove_asked.connect(self.remove)
        view.renamed.connect(self.rename)

    @property
    def actions(self) -> list[QAction]:
        return [self.adding, *self._editing, *self._removing]

    def _action(self, words: str, run: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(lambda _=False: run())
        return action

    def _with(self, run: Callable[[str], object], at: int) -> None:
        run(self._editor.document.rivals[at].id)

    def show_document(self, document: Document) -> None:
        """Only what can be done is in the menu."""
        self.adding.setEnabled(rivals.can_add(document))
        for at, (edit, remove) in enumerate(zip(self._editing, self._removing, strict=True)):
            there = at < len(document.rivals)
            # A menu would underline what stands after a single &.
            title = rival_title(document, document.rivals[at].id).replace("&", "&&") if there else ""
            edit.setText(self.tr("Edit “{network}”").format(network=title))
            remove.setText(self.tr("Remove “{network}”").format(network=title))
            edit.setVisible(there)
            remove.setVisible(there)

    def _open_view(self, document: Document) -> None:
        """A project that compares networks shows them."""
        if document.rivals:
            self._dock.show()
            self._dock.raise_()

    def add(self) -> None:
        """A copy of the present network beside it, and the view that shows both."""
        document = self._editor.document
        if not rivals.can_add(document):
            self._say(self.tr("There is room for two rivals; remove one first."))
            return
        self._editor.apply(later("Text", "Add a rival"), rivals.add_rival(document))
        self._dock.show()
        self._dock.raise_()
        self._say(self.tr("Now change something: activation, dropout, optimizer… The rival stays as it is."))

    def edit(self, rival_id: str) -> None:
        """The rival comes onto the canvas, and the present network becomes that rival."""
        name = rival_title(self._editor.document, rival_id)
        changed = rivals.swap_with_rival(self._editor.document, rival_id)
        self._editor.apply(later("Text", "Edit a rival"), changed)
        self._say(self.tr("“{network}” is on the canvas now.").format(network=name))

    def remove(self, rival_id: str) -> None:
        self._editor.apply(later("Text", "Remove a rival"), rivals.remove_rival(self._editor.document, rival_id))

    def rename(self, rival_id: str, name: str) -> None:
        self._editor.apply(
            later("Text", "Rename a network"), rivals.rename_rival(self._editor.document, rival_id, name)
        )
