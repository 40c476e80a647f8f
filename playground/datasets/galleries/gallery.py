"""The table of them: MNIST, Fashion-MNIST and CIFAR-10, with the files that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playground.datasets.pictures import Shape

Form = Literal["npz", "idx", "binary", "pickled"]


@dataclass(frozen=True, slots=True)
class Part:
    """A file of exactly `size` bytes with that SHA-256, at any of these paths below the folder of data sets."""

    paths: tuple[str, ...]
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Edition:
    """Files that hold the whole gallery in one form. `base` and a path's last part are the address of each."""

    form: Form
    parts: tuple[Part, ...]
    base: str = ""

    @property
    def size(self) -> int:
        return sum(part.size for part in self.parts)

    def address(self, part: Part) -> str:
        return self.base + part.paths[0].rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Gallery:
    """`train` and `test` are how many pictures its makers train and test with. The first edition is the one to fetch.

    `keras` is its name among Keras's own data sets.
    """

    name: str
    title: str
    side: int
    colour: bool
    classes: tuple[str, ...]
    source: str
    licence: str
    keras: str
    editions: tuple[Edition, ...]
    train: int = 60_000
    test: int = 10_000

    @property
    def shape(self) -> Shape:
        return Shape(self.side, self.colour)

    @property
    def pictures(self) -> int:
        return self.train + self.test

    @property
    def most(self) -> int:
        """How many of them are used at once."""
        return min(self.pictures, self.shape.most)


_KERAS = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
_TORONTO = "https://www.cs.toronto.edu/~kriz/"


def _fashion(name: str, size: int, sha256: str) -> Part:
    return Part((f"fashion-mnist/{name}-ubyte.gz",), size, sha256)


_MNIST = Part(
    ("mnist.npz",), 11_490_434, "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1"
)  # fmt: skip
# In the order of Keras's own loading: pictures and labels to train, then to test.
_FASHION = (
    _fashion("train-images-idx3", 26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
    _fashion("train-labels-idx1", 29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
    _fashion("t10k-images-idx3", 4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
    _fashion("t10k-labels-idx1", 5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"),
)
_CIFAR = Part(
    ("cifar-10-binary.tar.gz",), 170_052_171, "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"
)
# What Keras fetches, under the names that its versions give it: read, but never unpickled.
_CIFAR_PICKLED = Part(
    ("cifar-10-batches-py-target_archive", "cifar-10-batches-py.tar.gz", "cifar-10-python.tar.gz"),
    170_498_071,
    "6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce",
)

GALLERIES: dict[str, Gallery] = {
    each.name: each
    for each in (
        Gallery(
            "mnist", "MNIST", 28, False, tuple("0123456789"),
            "Y. LeCun, C. Cortes, C. Burges (1998)", "CC BY-SA 3.0",
            "mnist", (Edition("npz", (_MNIST,), _KERAS),),
        ),
        Gallery(
            "fashion-mnist", "Fashion-MNIST", 28, False,
            ("t-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"),
            "H. Xiao, K. Rasul, R. Vollgraf, Zalando SE (2017)", "MIT",
            "fashion_mnist", (Edition("idx", _FASHION, _KERAS),),
        ),
        Gallery(
            "cifar-10", "CIFAR-10", 32, True,
            ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"),
            "A. Krizhevsky, V. Nair, G. Hinton (2009)", "",
            "cifar10", (Edition("binary", (_CIFAR,), _TORONTO), Edition("pickled", (_CIFAR_PICKLED,))),
            train=50_000,
        ),
    )
}  # fmt: skip


class GalleryError(OSError):
    """A copy cannot be had or used: `key` of the sentence and what is filled in; str() is for logs."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(f"{key} {values}")
        self.key, self.values = key, values
