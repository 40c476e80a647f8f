"""What the bench of views reports: a line for the canvas and for each view there is."""

import json
import subprocess
import sys

from playground import cli
from playground.bench import views
from playground.ui.views import VIEWS


def test_each_view_is_reported() -> None:
    code = "from playground.bench import views; views.ROUNDS = 2; views.main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert [cost["view"] for cost in told] == ["canvas", *(entry.name for entry in VIEWS)]
    for cost in told:
        assert min(cost["look_ms"], cost["show_ms"], cost["paint_ms"]) >= 0
        assert cost["paint_ms"] > 0


def test_the_command_prints_a_table(capsys, monkeypatch) -> None:
    rows = [{"view": "curves", "look_ms": 0.1, "show_ms": 0.2, "paint_ms": 0.3}]
    monkeypatch.setattr(views, "measure_in_new_process", lambda: json.dumps(rows))
    assert cli.main(["bench", "--views"]) == 0
    assert "curves" in capsys.readouterr().out
    assert cli.main(["bench", "--views", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == rows
