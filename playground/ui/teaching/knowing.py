"""What only the window knows of what a lesson may ask for."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from playground.ui.canvas.view import CanvasView
from playground.ui.docks.docks import Docks

Source = Callable[[], Mapping[str, object]]


class Knowing:
    """Facts by the names of `playground.lessons.known`, of now and since the step began."""

    def __init__(self, canvas: CanvasView, docks: Docks) -> None:
        self._canvas, self._docks = canvas, docks
        self._sources: list[Source] = []
        self._began, self._happened = 0.0, {}  # type: tuple[float, dict[str, object]]

    def add(self, source: Source) -> None:
        """What another place of the window knows; later ones go before earlier."""
        self._sources.append(source)

    def begin(self) -> None:
        """A step begins: what has happened counts anew."""
        self._began = time.monotonic()
        self._happened = {"saved": False, "exported": False, "compared": False}
        self._happened |= {f"exported_{kind}": False for kind in ("keras", "weights", "savedmodel")}

    def tell_saved(self) -> None:
        self._happened["saved"] = True

    def tell_compared(self) -> None:
        """A saved file was loaded back that gives the same."""
        self._happened["compared"] = True

    def tell_exported(self, name: str) -> None:
        """A file of that name was written."""
        self._happened["exported"] = True
        if name.endswith(".keras"):
            self._happened["exported_keras"] = True
        elif name.endswith(".weights.h5"):
            self._happened["exported_weights"] = True
        elif "." not in name:
            # The one format that is a folder.
            self._happened["exported_savedmodel"] = True

    def facts(self) -> dict[str, object]:
        found: dict[str, object] = {
            "open": self._is_open,
            "selected": self._is_selected,
            "seconds_on_step": time.monotonic() - self._began,
            **self._happened,
        }
        for source in self._sources:
            found |= source()
        return found

    def _is_open(self, name: str) -> bool:
        dock = self._docks.docks.get(name)
        return dock is not None and dock.is_seen

    def _is_selected(self, name: str) -> bool:
        by_id = self._canvas.editor.document.graph.by_id
        chosen = self._canvas.canvas.selected
        return any(name in (node_id, by_id[node_id].name) for node_id in chosen if node_id in by_id)
