"""Importing a base of claims, and what it costs a cold run.

    python benchmarks/reference.py [CLAIMS] [FOLDER]

Writes a table of invented claims, imports it, then looks up sixty names in a fresh process with and without the base.
The least processor time of eleven runs counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from claimcheck.reference.importers import import_claims

LOOKUPS = """
from pathlib import Path
from claimcheck.reference import open_reference
reference = open_reference([Path(each) for each in {bases!r}])
names = [f"Werk {{i * 7}} AG" for i in range(60)]
found = [claim for name in names for entity in reference.resolve(name) for claim in reference.about(entity.id)]
status = Path("/proc/self/status").read_text()
print(len(found), status.partition("VmHWM:")[2].split()[0])
"""
SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def table(path: Path, claims: int) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.write("id,predicate,acquirer,target,number,unit,announced,publisher\n")
        for i in range(claims):
            day = f"20{i % 30:02}-{i % 12 + 1:02}-{i % 28 + 1:02}"
            out.write(f"c{i},acquires,Werk {i // 4} AG,Haus {i} GmbH,{i % 900 + 1}E+6,EUR,{day},Lindower Bote\n")


def cold(bases: list[str]) -> tuple[float, str]:
    command = [sys.executable, "-c", LOOKUPS.format(bases=bases)]
    times = []
    for _ in range(11):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=SURROUNDINGS)
        assert process.stdout is not None
        told = process.stdout.read().strip()
        usage = os.wait4(process.pid, 0)[2]
        times.append(1000 * (usage.ru_utime + usage.ru_stime))
    return min(times), told


def main(claims: int, folder: Path) -> None:
    source, base = folder / "claims.csv", folder / "claims.claims"
    table(source, claims)
    start = time.process_time()
    done = import_claims([source], base)
    taken = time.process_time() - start
    size = base.stat().st_size >> 20
    print(f"import      {done.claims:,} claims in {taken:.1f} s, {done.claims / taken:,.0f} a second, {size} MB")
    without, _ = cold([])
    with_base, told = cold([str(base)])
    found, memory = told.split()
    print(f"cold run    {without:.1f} ms without, {with_base:.1f} ms with the base, {found} claims found")
    print(f"peak memory {int(memory) >> 10} MB")


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    if len(sys.argv) > 2:
        main(size, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as scratch:
            main(size, Path(scratch))
