"""How a cluster is reached from this machine: nothing of a project, so it is kept apart from it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from playground.document.files.saving import write_beside

MOST_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Reach:
    """Paths of certificates for tls://, "" for what Dask's configuration names; `trusted` is the one address of which a
    person has said that its network is trusted without."""

    authority: str = ""
    certificate: str = ""
    key: str = ""
    trusted: str = ""

    @property
    def files(self) -> dict[str, str]:
        """The names that Dask has for those that are given."""
        named = {"tls_ca_file": self.authority, "tls_client_cert": self.certificate, "tls_client_key": self.key}
        return {name: path for name, path in named.items() if path}


def read_reach(path: Path) -> Reach:
    """What was kept; nothing of a file that is not there or damaged."""
    try:
        with path.open("rb") as file:
            content = json.loads(file.read(MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return Reach()
    known = content if isinstance(content, dict) else {}
    names = {field.name for field in fields(Reach)}
    return Reach(**{name: value for name, value in known.items() if name in names and isinstance(value, str)})


def write_reach(reach: Reach, path: Path) -> None:
    """Raises OSError."""
    write_beside(path, (json.dumps(asdict(reach), indent=1) + "\n").encode())
