"""A style for combo boxes that lie in a row of a view."""

from __future__ import annotations

FLAT = """
QComboBox {
    border-color: transparent; background: transparent; padding: 2px 2px 2px 6px; margin-left: -7px; font-weight: bold;
}
QComboBox:hover { border-color: palette(mid); }
QComboBox:focus { border-color: palette(highlight); }
"""
