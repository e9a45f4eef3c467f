"""A lineup is one edition in all stacks, ready to be timed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import stacks
from bench.parts import PandocCounter
from bench.timing import Build, Time, time_builds

ENGINE, HOST, FLOOR, STOCK = "edition", "host alone", "floor", "stock"


@dataclass(frozen=True, slots=True)
class Lineup:
    """An edition in all stacks."""

    root: Path
    builds: Mapping[str, Build]
    """By name; without `STOCK` if it cannot run here."""
    counter: PandocCounter
    cold: Time
    """The engine's first build, which formats the library."""
    cold_formatting: tuple[int, int]
    """How often that build started pandoc: to format citations, and for something else."""

    def time(self, runs: int, with_stock: int) -> dict[str, list[Time]]:
        """Time all builds; the stock stack takes part in the first rounds only."""
        with_stock = min(runs, with_stock) if STOCK in self.builds else 0
        others = {name: build for name, build in self.builds.items() if name != STOCK}
        times = time_builds(self.builds, with_stock)
        for name, more in time_builds(others, runs - with_stock).items():
            times[name] += more
        return times

    def warm_formatting(self) -> tuple[int, int]:
        """Build once more and return how often pandoc was started."""
        self.builds[ENGINE].run(**self.counter.environment)
        return self.counter.take()

    def sites(self) -> dict[str, tuple[int, int]]:
        """Return how many files and how many footnotes each built site has."""
        return {
            name: (
                sum(path.is_file() for path in build.site.rglob("*")),
                stacks.count_footnotes(build.site),
            )
            for name, build in self.builds.items()
            if build.site.is_dir()
        }


def line_up(project: Path, root: Path, folder: Path) -> Lineup:
    """Build an edition once, cold, and write the other stacks beside it."""
    counter = PandocCounter()
    engine = stacks.engine(project, root, folder / "site-engine")
    cold = engine.run(**counter.environment)
    material = stacks.read_material(root, engine.site)
    stacks.write_floor(material, folder / "floor")
    builds = {
        ENGINE: engine,
        HOST: stacks.host(project, root, folder / "site-host"),
        FLOOR: stacks.host(project, folder / "floor", folder / "site-floor"),
    }
    if not stacks.stock_lacks():
        environment = stacks.write_stock(material, folder / "stock")
        site = folder / "site-stock"
        builds[STOCK] = stacks.host(project, folder / "stock", site, environment)
    return Lineup(root, builds, counter, cold, counter.take())
