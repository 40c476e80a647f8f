"""What the window remembers: through a file, as the next start reads it."""

from __future__ import annotations

import errno
import json
import os
import random
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from playground.ui.keeping.starting import Start
from playground.ui.settings import MOST_RECENT, Settings, checked_settings, read_settings, settings_path, write_settings
from tests.faults import failing_disk

RECENT = ("/home/me/网络.playground",)
KEPT = Settings("dark", RECENT, b"\x01\x00geometry\xff", b"\x00docks", True, "batch_5", 0.9, True)


@pytest.fixture
def file(qapp, tmp_path: Path):
    """Where settings are kept for this test."""
    before = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    QCoreApplication.setOrganizationName("Playground tests")
    QCoreApplication.setApplicationName(tmp_path.name)
    path = settings_path()
    yield path
    path.unlink(missing_ok=True)
    QCoreApplication.setOrganizationName(before[0])
    QCoreApplication.setApplicationName(before[1])


def test_at_first_there_are_the_defaults(file) -> None:
    assert checked_settings() == (Settings(), False)


@pytest.mark.parametrize("count", [0, 1, 2, MOST_RECENT])
def test_everything_comes_back_at_the_next_start(file, count: int) -> None:
    kept = replace(KEPT, recent=tuple(f"/home/me/网络, {place}.playground" for place in range(count)))
    write_settings(kept)
    assert checked_settings() == (kept, False)


def test_what_cannot_be_understood_becomes_the_default(file) -> None:
    file.parent.mkdir(parents=True)
    odd = {"theme": "plaid", "recent": 7, "geometry": "no bytes", "smoothing": 1.5, "welcome": "no", "pace": []}
    file.write_text(json.dumps(odd))
    assert checked_settings() == (Settings(), True)


def test_a_list_that_is_too_long_keeps_its_newest(file) -> None:
    write_settings(Settings(recent=tuple(str(place) for place in range(20))))
    assert read_settings().recent == tuple(str(place) for place in range(MOST_RECENT))


def test_of_a_file_changed_by_hand_all_but_the_layout_is_taken(file) -> None:
    write_settings(KEPT)
    file.write_text(file.read_text().replace('"dark"', '"light"'))
    assert checked_settings() == (replace(KEPT, theme="light", geometry=b"", docks=b""), True)


def test_no_damaged_file_gives_a_layout_that_was_not_kept(file) -> None:
    write_settings(KEPT)
    whole, chance = file.read_bytes(), random.Random(1)
    for _ in range(500):
        spoilt = bytearray(whole[: chance.choice([len(whole), chance.randrange(len(whole))])])
        for _ in range(chance.randrange(1, 9) if spoilt else 0):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        file.write_bytes(spoilt)
        settings, is_damaged = checked_settings()
        assert (settings.geometry, settings.docks) in [(b"", b""), (KEPT.geometry, KEPT.docks)]
        assert is_damaged or settings == KEPT


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_whichever_call_fails_the_settings_are_the_old_or_the_new(file, monkeypatch, number: int) -> None:
    write_settings(KEPT)
    with failing_disk(monkeypatch, number, None) as disk:
        write_settings(KEPT)
    assert disk.calls > 5
    for broken in range(disk.calls):
        old, new, error = read_settings(), replace(KEPT, film_megabytes=broken + 1), None
        with failing_disk(monkeypatch, number, broken):
            try:
                write_settings(new)
            except OSError as raised:
                error = raised
        assert error is None or (error.errno, error.filename) == (number, str(file))
        assert checked_settings() == (old if error else new, False)
        assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes")
def test_a_pipe_in_the_place_of_the_settings_is_not_waited_for(file) -> None:
    file.parent.mkdir(parents=True)
    os.mkfifo(file)
    assert checked_settings() == (Settings(), True)


def test_a_start_knows_of_one_before_it_that_came_to_nothing(tmp_path) -> None:
    first = Start(tmp_path)
    # Two at the same time are no failure.
    beside = Start(tmp_path)
    assert [first.failed, beside.failed] == [False, False]
    beside.arrive()
    # As the end of its process does.
    first._lock.release(remove=False)
    after = Start(tmp_path)
    assert after.failed
    after.arrive()
    assert not Start(tmp_path).failed
