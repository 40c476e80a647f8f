"""What kind of answer data asks for."""

from __future__ import annotations

from typing import Literal

TaskKind = Literal["binary", "classes", "regression"]
