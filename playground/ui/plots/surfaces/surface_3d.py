"""The output as a lit landscape over the plane, which turns under the mouse; needs OpenGL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext
from PySide6.QtWidgets import QWidget

from playground.ui.theme import Theme

if TYPE_CHECKING:
    from playground.ui.plots.surfaces.surface_gl import SurfaceView


def has_opengl() -> bool:
    """Whether a 3D view can be made here: tries a context of its own."""
    if QGuiApplication.platformName() in ("offscreen", "minimal", "vnc"):
        return False
    context = QOpenGLContext()
    if not context.create():
        return False
    surface = QOffscreenSurface()
    surface.create()
    works = surface.isValid() and context.makeCurrent(surface)
    context.doneCurrent()
    return works


def make_surface_view(theme: Theme, parent: QWidget | None = None) -> SurfaceView | None:
    """The view, None where there is no OpenGL. Its module is imported here, as it loads OpenGL."""
    if not has_opengl():
        return None
    try:
        from playground.ui.plots.surfaces.surface_gl import SurfaceView

        return SurfaceView(theme, parent)
    except (ImportError, RuntimeError):
        return None
