"""The choice of a device: there where there is one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from playground.frames.news import Hello
from playground.ui.device_menu import DeviceMenu


@pytest.fixture
def menus(qtbot) -> tuple[QMenu, DeviceMenu]:
    menu = QMenu()
    qtbot.addWidget(menu)
    return menu, DeviceMenu(menu)


def shown(menus: tuple[QMenu, DeviceMenu]) -> bool:
    menu, devices = menus
    (action,) = (action for action in menu.actions() if action.menu() is devices)
    return action.isVisible()


def test_a_machine_without_a_gpu_offers_no_choice(menus) -> None:
    for engine in (None, Hello("2.21", "CPU")):
        menus[1].show_engine(engine)
        assert not shown(menus)


def test_a_gpu_can_be_chosen(menus, qtbot) -> None:
    devices = menus[1]
    devices.show_engine(Hello("2.21", "CPU", ("CPU", "GPU")))
    assert shown(menus)
    assert devices.actions_of["CPU"].isChecked()
    with qtbot.waitSignal(devices.chosen) as chosen:
        devices.actions_of["GPU"].trigger()
    assert chosen.args == ["GPU"]
    devices.show_engine(Hello("2.21", "GPU", ("CPU", "GPU")))
    assert devices.actions_of["GPU"].isChecked()
