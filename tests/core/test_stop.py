"""A stop is written as a name, a latitude and a longitude."""

import re

import pytest

from edition.core.coordinates import Coordinates
from edition.core.stop import STOP, Stop, read_stop

READ = {
    "Almaty 43.24, 76.89": Stop("Almaty", Coordinates(43.24, 76.89)),
    "Almaty 43.24,76.89": Stop("Almaty", Coordinates(43.24, 76.89)),
    "Merv (Mary) 37.6, 61.83": Stop("Merv (Mary)", Coordinates(37.6, 61.83)),
    "Xi'an 34, 109": Stop("Xi'an", Coordinates(34, 109)),
    "El Paso -1.5, -106.49": Stop("El Paso", Coordinates(-1.5, -106.49)),
    "Station 12b 1, 2": Stop("Station 12b", Coordinates(1, 2)),
    "西安 34.28, 108.89": Stop("西安", Coordinates(34.28, 108.89)),
}


@pytest.mark.parametrize(("written", "stop"), READ.items(), ids=READ)
def test_a_stop_is_read(written: str, stop: Stop) -> None:
    assert re.fullmatch(STOP, written)
    assert read_stop(written) == stop


REFUSED = [
    "",
    "Almaty",
    "Almaty 43.24",
    "43.24, 76.89",
    "Almaty, Kazakhstan 43.24, 76.89",
    "Almaty 43.24° N, 76.89° E",
    "Almaty 43,24, 76,89",
    "Almaty 43.24 76.89",
    "Almaty 43.24, 76.89 km",
    "Almaty 1000, 2",
]


@pytest.mark.parametrize("written", REFUSED)
def test_what_is_no_stop_is_refused(written: str) -> None:
    assert not re.fullmatch(STOP, written)
