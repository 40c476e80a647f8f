"""Short rounds of what maintainers run by the hundred thousand."""

from __future__ import annotations

import random
import subprocess
import sys

import fuzzing
import pytest
import torture

INPUTS = 60


@pytest.fixture(scope="module")
def readers(tmp_path_factory, qapp) -> dict[str, fuzzing.Reader]:
    with pytest.MonkeyPatch.context() as changed:
        folder = tmp_path_factory.mktemp("fuzz")
        changed.setattr("playground.ui.settings.settings_path", lambda: folder / "settings.json")
        yield fuzzing.readers(folder)


def test_no_reader_fails_in_another_way_than_it_says(readers) -> None:
    found = {name: fuzzing.fuzz(reader, INPUTS, 7) for name, reader in readers.items()}
    assert {name: one.failures for name, one in found.items() if one.failures} == {}
    assert max(one.slowest for one in found.values()) < fuzzing.SLOW
    # Damage that no reader notices would prove nothing.
    assert found["project files"].refused > INPUTS / 2


def test_what_a_reader_does_not_say_is_found() -> None:
    reader = fuzzing.Reader(lambda given: 1 / given.count(b"a"), (ValueError,), (b"a",))
    found = fuzzing.fuzz(reader, 50, 1)
    assert 0 < len(found.failures) < 50
    assert found.failures[0].startswith("ZeroDivisionError")


def test_twisted_json_is_json_still() -> None:
    import json

    chance, content = random.Random(2), b'{"a": [1, 2, {"b": null}], "c": "d"}'
    twisted = {fuzzing.twisted(content, chance) for _ in range(30)}
    assert len(twisted) > 20
    for one in twisted:
        json.loads(one)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_event_at_the_real_window_is_followed_by_an_error() -> None:
    command = [sys.executable, "-P", torture.__file__, "--untrained", "--events", "60", "--edits", "20"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert "\n0 exceptions and warnings\n" in run.stdout, run.stdout + run.stderr
