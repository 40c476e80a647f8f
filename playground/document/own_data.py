"""Data of a person's own: facts and numbers that travel with the document, whatever they were made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from playground.document.limits import Choice, check, choice, flag, real, text, whole
from playground.document.task import TaskKind

Look = Literal["plane", "picture", "sequence", "table"]
LOOKS = ("plane", "picture", "sequence", "table")
TASKS = ("binary", "classes", "regression")
SPLITS = ("random", "each_class", "last", "each_row", "column")
# Data of a gallery are named and not kept: their rows lie beside the copy of it.
GALLERY = "gallery"
MAKERS = ("table", "drawn", "typed", "sequence", "pictures", GALLERY)
PACKINGS = ("f4", "u1")

MOST_COLUMNS, MOST_CLASSES, MOST_ROWS, LONGEST_NAME = 4_096, 100, 1_000_000_000, 200
MOST_TARGETS = 100
LONGEST_RECIPE = 1 << 20
# As many bytes of numbers can a document hold.
MOST_INSIDE = 8 << 20
# A little farther than any float32, for the ends of what is drawn.
FAR = 1e40


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """An input: what the network sees of it stands for `middle + size · seen` in `unit`; of these own numbers those
    from `low` to `high` are drawn."""

    name: str = text("", longest=LONGEST_NAME)
    middle: float = real(0.0, low=-FAR, high=FAR)
    size: float = real(1.0, low=1e-38, high=FAR)
    low: float = real(0.0, low=-FAR, high=FAR)
    high: float = real(1.0, low=-FAR, high=FAR)
    unit: str = text("", longest=LONGEST_NAME)

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class OwnTarget:
    """What is learned: a value of it stands for `middle + size · value` in `unit`; classes have only the name."""

    name: str = text("", longest=LONGEST_NAME)
    middle: float = real(0.0, low=-FAR, high=FAR)
    size: float = real(1.0, low=1e-38, high=FAR)
    unit: str = text("", longest=LONGEST_NAME)

    @property
    def scaled(self) -> bool:
        """Whether what the network learns is another number."""
        return (self.middle, self.size) != (0.0, 1.0)

    @property
    def title(self) -> str:
        """ "body mass (g)"."""
        return f"{self.name} ({self.unit})" if self.unit else self.name

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class OwnData:
    """Rows as the network sees them. The digest stands for the numbers, so equal data are known as such at once.

    `values` are the rows in base64: float32, little endian, shape (rows, width), the last the labels: -1 or +1, the
    index of the class, or a value for each of the `targets`, of which only values can be several. Packed as "u1" each
    number is a byte, 255 for 1, and the last the index of the class.
    With the split "each_row" a row is on its side by its own numbers, whatever others there are; with "column" the
    first `train_rows` train, as a column of the table said.
    Those of a gallery or a large table have no `values`: they are found by their digest on each machine, or `absent`.
    Of a `streamed` one the rows stay on the disk, as those that train do not fit into this machine's memory.
    `recipe` is how they were made, as JSON, as its own part of the house wrote it, and may be empty.
    """

    columns: tuple[OwnColumn, ...]
    classes: tuple[str, ...]
    title: str = text("", longest=LONGEST_NAME)
    task: TaskKind = field(default="classes", metadata={"limit": Choice(TASKS)})
    targets: tuple[OwnTarget, ...] = (OwnTarget(),)
    rows: int = whole(2, low=2, high=MOST_ROWS)
    digest: str = text("", longest=64)
    split: str = choice("random", SPLITS)
    look: Look = field(default="table", metadata={"limit": Choice(LOOKS)})
    values: str = field(default="", compare=False, repr=False)
    recipe: str = field(default="", repr=False)
    maker: str = choice("table", MAKERS)
    packing: str = choice("f4", PACKINGS)
    absent: bool = flag(False)
    streamed: bool = field(default=False, compare=False)
    train_rows: int = whole(0, low=0, high=MOST_ROWS)

    @property
    def apart(self) -> bool:
        """Whether the rows of a table are too many to stand inside the document, which only names them."""
        return self.maker == "table" and not self.values

    @property
    def by_column(self) -> bool:
        """Whether a column of the table has said which rows train."""
        return self.split == "column"

    @property
    def target(self) -> str:
        """The names of all targets."""
        return ", ".join(each.name for each in self.targets)

    @property
    def width(self) -> int:
        """How many numbers a row has: the inputs, then the labels."""
        return len(self.columns) + len(self.targets)

    @property
    def number_bytes(self) -> int:
        """How many bytes a number of `values` takes."""
        return int(self.packing[1])

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class RawColumn:
    """A column of the table: a number, of which the network sees (number - middle) / size; or one of `words`, of
    which it sees a 1 at the word's place."""

    name: str
    middle: float = 0.0
    size: float = 1.0
    unit: str = ""
    words: tuple[str, ...] = ()

    @property
    def wide(self) -> int:
        """How many of the network's inputs are made of it."""
        return len(self.words) or 1
