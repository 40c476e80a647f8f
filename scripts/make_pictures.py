"""Take the READMEs' pictures again, of the window as it is: all, or those named on the command line.

Those in Chinese are named with their folder, as zh_CN/window-light.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

from setup_environment import ROOT

from playground import app
from playground.document.document import Document
from playground.document.examples import example
from playground.document.files.link import read_link
from playground.ui.assets import asset
from playground.ui.main_window import MainWindow
from playground.ui.settings import Settings
from playground.ui.texts.language import speak

# Qt's word for the file that takes the least room.
SMALLEST = 0
CHINESE = "zh_CN/"
FOLDER, SIZE = ROOT / "assets" / "pictures", (1440, 900)


class Picture(NamedTuple):
    """A document trained so many epochs in one theme, with what is opened before it is taken."""

    document: Callable[[], Document]
    epochs: int
    theme: str = "light"
    views: tuple[str, ...] = ()
    start_page: bool = False


def bundled(name: str) -> Callable[[], Document]:
    return lambda: example(name, asset("examples"))


PICTURES = {
    "start-light": Picture(bundled("circle"), 0, start_page=True),
    "window-light": Picture(bundled("spiral"), 400),
    "neurons-light": Picture(bundled("circle"), 62),
    "views-dark": Picture(bundled("circle"), 300, "dark", ("landscape", "weights")),
    "digits-light": Picture(bundled("pictures"), 12),
    "link": Picture(lambda: read_link("#activation=tanh&dataset=circle&networkShape=4,2&seed=0.1")[0], 100),
}


def ready(window: MainWindow, wanted: Picture) -> None:
    """The window with the trained network and all that is to be seen."""
    trainer = window.trainer
    trainer.start()
    app.wait(lambda: trainer.status.state not in ("loading", "building"), 120)
    if wanted.epochs:
        trainer.train_epochs(wanted.epochs)
        app.wait(lambda: trainer.status.state in ("paused", "diverged", "failed"), 600)
    for name in wanted.views:
        dock = window.docks.docks[name]
        dock.show()
        dock.raise_()
    if wanted.start_page:
        window.welcome.show()
    # What is opened last still has to be worked out.
    app.wait(lambda: False, 6 if wanted.views else 2)


def take(name: str) -> None:
    wanted, chinese = PICTURES[name.removeprefix(CHINESE)], name.startswith(CHINESE)
    speak(app.make_application(), "zh_CN" if chinese else "en")
    window = app.make_window(wanted.document(), Settings(), app.chosen_theme(wanted.theme))
    window.resize(*SIZE)
    window.show()
    ready(window, wanted)
    window.grab().save(str(FOLDER / f"{name}.png"), "PNG", SMALLEST)
    window.editor.mark_saved()
    window.close()
    window.trainer.close(30)
    print(FOLDER / f"{name}.png")


def main(names: list[str]) -> int:
    known = (*PICTURES, *(CHINESE + name for name in PICTURES))
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"make_pictures: there is no picture {unknown[0]}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    for name in names or known:
        take(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
