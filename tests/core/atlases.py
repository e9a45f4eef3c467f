"""A small world: two states with a border, a lake between them and the sea, and an island.

In degrees: Northland from 50 to 60 north, Southland from 40 to 50, both from 0 to 20 east; a square
of water, 5 degrees wide, lies across their border; Island is far in the west.
"""

from edition.core.atlas import Atlas

ARCS = (
    ((7.0, 50.0), (0.0, 50.0)),  # the border, west of the water
    ((20.0, 50.0), (12.0, 50.0)),  # the border, east of it
    ((0.0, 50.0), (0.0, 60.0), (20.0, 60.0), (20.0, 50.0)),  # the coast of Northland
    ((20.0, 50.0), (20.0, 40.0), (0.0, 40.0), (0.0, 50.0)),  # the coast of Southland
    ((12.0, 50.0), (12.0, 52.5), (7.0, 52.5), (7.0, 50.0)),  # the northern shore
    ((12.0, 50.0), (12.0, 47.5), (7.0, 47.5), (7.0, 50.0)),  # the southern shore
    ((-40.0, 50.0), (-40.0, 52.0), (-38.0, 52.0), (-40.0, 50.0)),
)
ATLAS = Atlas(
    ARCS,
    {
        "Northland": (((2, 1, 4, 0),),),
        "Southland": (((3, ~0, ~5, ~1),),),
        "Island": (((6,),),),
    },
    (((2, 3), (4, ~5)), ((6,),)),
    {"Tarn": (((((3.0, 55.0), (4.0, 55.0), (4.0, 56.0), (3.0, 55.0)),)),)},
)
