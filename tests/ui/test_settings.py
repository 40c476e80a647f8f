"""What the window remembers: through a file, as the next start reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings

from playground.ui.settings import MOST_RECENT, Settings, read_settings, write_settings


@pytest.fixture
def file(qapp, tmp_path: Path):
    """Where settings are kept for this test."""
    before = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    QCoreApplication.setOrganizationName("Playground tests")
    QCoreApplication.setApplicationName(tmp_path.name)
    path = Path(QSettings().fileName())
    yield path
    path.unlink(missing_ok=True)
    QCoreApplication.setOrganizationName(before[0])
    QCoreApplication.setApplicationName(before[1])


def test_at_first_there_are_the_defaults(file) -> None:
    assert read_settings() == Settings()


@pytest.mark.parametrize("count", [0, 1, 2, MOST_RECENT])
def test_everything_comes_back_at_the_next_start(file, count: int) -> None:
    recent = tuple(f"/home/me/网络, {place}.playground" for place in range(count))
    kept = Settings("dark", recent, b"\x01\x00geometry\xff", b"\x00docks", True, "batch_5", 0.9, True)
    write_settings(kept)
    # Qt answers from memory, with other types than from a file.
    text = file.read_bytes()
    QSettings().clear()
    QSettings().sync()
    file.write_bytes(text)
    QSettings().sync()
    assert read_settings() == kept


def test_what_cannot_be_understood_becomes_the_default(file) -> None:
    kept = QSettings()
    kept.setValue("theme", "plaid")
    kept.setValue("recent", 7)
    kept.setValue("geometry", "no bytes")
    kept.setValue("smoothing", "much")
    kept.sync()
    assert read_settings() == Settings()
    kept.setValue("recent", "")
    kept.setValue("smoothing", 1.5)
    assert read_settings() == Settings()


def test_a_list_that_is_too_long_keeps_its_newest(file) -> None:
    write_settings(Settings(recent=tuple(str(place) for place in range(20))))
    assert read_settings().recent == tuple(str(place) for place in range(MOST_RECENT))
