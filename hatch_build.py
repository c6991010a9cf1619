"""Compiles the data files when the program is built or installed, so that no run has to."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Tables(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the tables into the wheel; an editable install gets them beside its code, with the state of their files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before the wheel is put together."""
        sys.path.insert(0, str(Path(self.root) / "src"))
        from claimcheck.compiling import write  # noqa: PLC0415 – the program that is being built

        if version == "editable":
            write()
            return
        self._scratch = tempfile.TemporaryDirectory()
        for path in write(self._scratch.name, checked=False):
            build_data["force_include"][path] = f"claimcheck/_data/tables/{Path(path).name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """After that."""
        del build_data, artifact_path
        if version != "editable":
            self._scratch.cleanup()
