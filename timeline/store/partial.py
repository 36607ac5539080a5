"""What a long run has read so far, kept beside its output until that is written whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb

from timeline.errors import NoStory, UnwritableOutput
from timeline.store.database import Reading, opened


class Partial:
    """The file beside an output; `settings` name all that the reading hangs on but the articles themselves."""

    def __init__(self, output: Path, settings: str) -> None:
        self.path = output.with_name(f"{output.name}.partial")
        self._settings = settings

    def begin(self) -> None:
        """An empty file, in place of what another run left; never in place of a file of another sort, which raises NoStory.

        It is made under another name first: whenever the program is stopped, there is a whole one or none.
        """
        if self.path.exists():
            self._is_ours()
        temporary = self.path.with_name(f".timeline-{secrets.token_hex(8)}.tmp")
        try:
            temporary.touch(exist_ok=False)  # what forbids it is told better by the system than by the database
            temporary.unlink()
            with opened(temporary, write=True) as story, story.change():
                story.set_settings(self._settings)
            self._log.unlink(missing_ok=True)
            os.replace(temporary, self.path)
        except OSError as error:
            raise UnwritableOutput(str(self.path), error.strerror or str(error)) from error
        finally:
            temporary.unlink(missing_ok=True)

    def kept(self) -> Mapping[str, Reading] | None:
        """What was read of each article, by its `digest`; None where nothing was, or with other settings."""
        if not self.path.exists():
            return None
        self._is_ours()
        with opened(self.path, write=True) as story:  # to write: what was in its log when the program was stopped belongs to it
            return story.read_before() if story.settings() == self._settings else None

    def put(self, readings: Iterable[Reading]) -> None:
        """Some more, all of it or nothing. Raises UnwritableOutput."""
        try:
            with opened(self.path, write=True) as story, story.change():
                for reading in readings:
                    story.put(reading)
        except duckdb.Error as error:
            raise UnwritableOutput(str(self.path), str(error).partition("\n")[0]) from error

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)
        self._log.unlink(missing_ok=True)

    @property
    def _log(self) -> Path:
        return self.path.with_name(f"{self.path.name}.wal")

    def _is_ours(self) -> None:
        with opened(self.path, write=False) as story:
            if story.settings() is None:
                raise NoStory(str(self.path), "it keeps no run that was stopped")
