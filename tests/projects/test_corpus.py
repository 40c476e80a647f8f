"""Every format that was ever written opens: one file for each version, as it was written then."""

from pathlib import Path

import pytest

from playground.document.files.plain import TRAINED_VERSION
from playground.projects.project import read_project

CORPUS = Path(__file__).parent / "corpus"


@pytest.mark.parametrize(("version", "epoch"), [(1, None), (2, 2)])
def test_a_file_of_each_version_opens(version: int, epoch: int | None) -> None:
    project = read_project(CORPUS / f"version_{version}.playground")
    assert project.fault is None
    assert project.document.data.name == "circle"
    assert len(project.document.graph.nodes) == 5
    assert (project.training.epoch if project.training else None) == epoch


def test_no_version_is_missing() -> None:
    assert len(list(CORPUS.iterdir())) == TRAINED_VERSION
