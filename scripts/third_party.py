"""Writes THIRD_PARTY.md: the licence of everything that comes with the Playground, from what is installed.

    PYTHONPATH=. .venv/bin/python scripts/third_party.py

Run it after a change of constraints.txt or of the dependencies; a test names what its list lacks.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "THIRD_PARTY.md"
NOT_SHIPPED = ("test",)
"""Extras of those who work on it."""
SPDX = {
    "Apache 2.0": "Apache-2.0", "Apache License 2.0": "Apache-2.0", "3-Clause BSD License": "BSD-3-Clause",
    "BSD 3-Clause": "BSD-3-Clause", "BSD 2-Clause License": "BSD-2-Clause", "MIT License": "MIT",
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": "LGPL-3.0-only",
}  # fmt: skip
"""What packages call their licence -> its name among licences; where one may choose, what is chosen."""
READ = {
    "astunparse": "BSD-3-Clause AND PSF-2.0", "colorama": "BSD-3-Clause", "jinja2": "BSD-3-Clause",
    "mdit-py-plugins": "MIT", "markdown-it-py": "MIT", "mdurl": "MIT", "namex": "Apache-2.0", "partd": "BSD-3-Clause",
    "pyopengl": "BSD-3-Clause", "scipy": "BSD-3-Clause", "zict": "BSD-3-Clause",
}  # fmt: skip
"""Read in their texts, as what they tell about themselves does not name one licence."""
HOMES = {
    "namex": "https://github.com/fchollet/namex", "opt-einsum": "https://github.com/dgasmith/opt_einsum",
    "protobuf": "https://protobuf.dev", "pyqtgraph": "https://www.pyqtgraph.org",
}  # fmt: skip
_LGPL = ("scripts/licences/LGPL-3.0.txt", "scripts/licences/GPL-3.0.txt")
TEXTS = {
    "flatbuffers": ("LICENSE",), "latex2mathml": ("scripts/licences/latex2mathml.txt",), "pyside6-essentials": _LGPL,
    "pyopengl": ("scripts/licences/pyopengl.txt",), "shiboken6": _LGPL,
}  # fmt: skip
"""The texts of those that bring none, or not that of their own licence."""
INTRODUCTION = """# What comes with the Playground, and its licences

The Playground itself is under the [Apache License 2.0](LICENSE). This page lists everything of others that comes with
it; `scripts/third_party.py` writes it from what is installed, and a test finds what it lacks.

## Inside the wheel

| what | whose | licence |
| --- | --- | --- |
"""
OWN = (
    (
        "`assets/fonts/PlaygroundSansSC-Regular.ttf`",
        "a subset of [Noto Sans CJK SC](https://github.com/notofonts/noto-cjk) 2.004, renamed; © 2014-2021 Adobe, "
        "© 2010-2012 Google",
        "OFL-1.1, its text is `assets/fonts/OFL.txt`",
    ),
    ("`assets/icons/`", "drawn for the Playground", "Apache-2.0"),
    ("`assets/examples/`, `assets/films/`, `assets/lessons/`", "made for and with the Playground", "Apache-2.0"),
    ("`iris.csv`", "R. A. Fisher (1936), [UCI](https://archive.ics.uci.edu/dataset/53/iris)", "CC-BY-4.0"),
    (
        "`digits.npz`",
        "E. Alpaydin, C. Kaynak (1998), "
        "[UCI](https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits)",
        "CC-BY-4.0",
    ),
    ("`wine.csv`", "S. Aeberhard, M. Forina (1991), [UCI](https://archive.ics.uci.edu/dataset/109/wine)", "CC-BY-4.0"),
    (
        "`breast_cancer.csv`",
        "W. Wolberg, O. Mangasarian, N. Street, W. Street (1993), "
        "[UCI](https://archive.ics.uci.edu/dataset/17/breast+cancer+wisconsin+diagnostic)",
        "CC-BY-4.0",
    ),
    (
        "`diabetes.csv`",
        "B. Efron, T. Hastie, I. Johnstone, R. Tibshirani (2004), as [scikit-learn](https://scikit-learn.org) has it",
        "published without one; scikit-learn's copy is BSD-3-Clause",
    ),
    (
        "`penguins.csv`",
        "A. M. Horst, A. P. Hill, K. B. Gorman (2020), "
        "[palmerpenguins](https://allisonhorst.github.io/palmerpenguins/)",
        "CC0-1.0",
    ),
)
"""The tables are in `playground/datasets/tables/`, where SOURCES.md tells more."""
BETWEEN = """
The tables stand in `playground/datasets/tables/`, where
[SOURCES.md](playground/datasets/tables/SOURCES.md) says how each differs from the original.

## Packages

`pip` brings these from where their makers publish them, each with the text of its licence. The app without Python
(`scripts/package.py`) holds them itself, with all these texts in its folder `licenses`. Under "for" stands the
extra that brings a package, where it is not always there.

| package | version | licence | for |
| --- | --- | --- | --- |
"""
END = """
- **Qt and PySide6** are used under the LGPL 3. Their libraries are files of their own in the app's folder, and may be
  replaced by other builds of the same version; their source is at [code.qt.io](https://code.qt.io).
- **imageio-ffmpeg** brings a build of [FFmpeg](https://ffmpeg.org) as a program of its own, which is under the GPL 3.
  Only films use it. The app without Python comes without FFmpeg and takes the one that a system has.
- **The app without Python** also holds [Python](https://docs.python.org/3/license.html) (PSF-2.0), the start program of
  [PyInstaller](https://pyinstaller.org) (GPL-2.0-or-later, with an exception that lets any program be started by it),
  and on Linux libraries of the system on which it was built, whose texts are in `licenses/system`.
"""


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    licence: str
    extra: str
    home: str

    @property
    def line(self) -> str:
        named = f"[{self.name}]({self.home})" if self.home else self.name
        return f"| {named} | {self.version} | {self.licence} | {self.extra} |"


def shipped() -> dict[str, tuple[Distribution, str]]:
    """Package -> what is installed of it and the extra that brings it, "" for none, for all that is installed here."""
    with open(ROOT / "pyproject.toml", "rb") as file:
        project = tomllib.load(file)["project"]
    found: dict[str, tuple[Distribution, str]] = {}
    for extra, lines in {"": project["dependencies"], **project["optional-dependencies"]}.items():
        waiting = [] if extra in NOT_SHIPPED else [Requirement(line) for line in lines]
        while waiting:
            requirement = waiting.pop()
            name = canonicalize_name(requirement.name)
            if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
                continue
            one = _installed(name)
            if one is None:
                continue  # for another system, or an extra that is not here
            found[name] = one, extra
            waiting += [Requirement(line) for line in found[name][0].requires or []]
    return dict(sorted(found.items()))


def _installed(name: str) -> Distribution | None:
    for build in (name, f"{name}-cpu"):
        try:
            return distribution(build)
        except PackageNotFoundError:
            continue
    return None


def packages() -> list[Package]:
    """Raises KeyError where a package does not say its licence in a way that is known."""
    return [
        Package(name, one.version, licence_of(one), extra, HOMES.get(name) or _home(one))
        for name, (one, extra) in shipped().items()
    ]


def licence_of(one: Distribution) -> str:
    name = canonicalize_name(one.name)
    if name in READ:
        return READ[name]
    said = _field(one, "License-Expression") or _field(one, "License")
    said = SPDX.get(said, said)
    if not re.fullmatch(r"[\w.+-]+(( AND | OR | WITH )[\w.+-]+)*", said):
        raise KeyError(f"{name}: read its licence and add it to READ in scripts/third_party.py, as it says {said!r}")
    return said


def _field(one: Distribution, name: str) -> str:
    """What a package says of itself there, "" for nothing; a backport of the library raises where this is not asked."""
    return str((one.metadata.get_all(name) or [""])[0])


def _home(one: Distribution) -> str:
    urls = dict(url.split(", ", 1) for url in one.metadata.get_all("Project-URL") or [])
    urls = {name.lower(): url for name, url in urls.items()}
    chosen = ("homepage", "home", "source", "source code", "repository", "code", "documentation")
    return str(next(filter(None, map(urls.get, chosen)), None) or _field(one, "Home-page")).strip()


def text_of(found: Iterable[Package]) -> str:
    own = "".join(f"| {what} | {whose} | {licence} |\n" for what, whose, licence in OWN)
    return INTRODUCTION + own + BETWEEN + "".join(f"{one.line}\n" for one in found) + END


def faults(text: str, found: Iterable[Package], pins: Mapping[str, str]) -> list[str]:
    """What is wrong with such a page, in words: packages without their line, and lines of packages that do not come."""
    lines = re.findall(r"^\| \[([^]]*)\].*$", text, re.M)
    wanted = {one.name: one for one in found}
    missing = [one.line for one in wanted.values() if one.line not in text.splitlines()]
    gone = [name for name in lines if name not in wanted and name not in pins]
    return [*(f"no line {line}" for line in missing), *(f"{name} does not come with it" for name in gone)]


def copy_texts(folder: Path) -> list[str]:
    """Write the licence texts of all packages, each into a folder of its name; the names of those that have none."""
    without = []
    for name, (one, _) in shipped().items():
        ours = [ROOT / path for path in TEXTS.get(name, ())]
        for path in ours:
            (folder / name).mkdir(parents=True, exist_ok=True)
            (folder / name / path.name).write_bytes(path.read_bytes())
        texts = [file for file in one.files or [] if re.search(r"licen[cs]e|copying|notice", file.name, re.I)]
        places = {file: Path(str(file.locate())) for file in texts if file.suffix.lower() not in (".py", ".pyc", ".h")}
        for file, place in places.items():
            inside = [part for part in file.parts if not part.endswith(".dist-info") and part not in ("..", "licenses")]
            path = folder.joinpath(name, *inside)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(place.read_bytes())
        if not texts and not ours:
            without.append(name)
    return without


if __name__ == "__main__":
    if sys.argv[1:2] == ["--texts"]:
        sys.exit(", ".join(copy_texts(Path(sys.argv[2]))) or 0)
    try:
        LIST.write_text(text_of(packages()), encoding="utf-8")
    except KeyError as error:
        sys.exit(error.args[0])
