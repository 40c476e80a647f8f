"""Fetches the files of a gallery: into a file beside, gone on with after a break, and renamed once it is right."""

from __future__ import annotations

import hashlib
import http.client
import os
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playground.datasets.galleries.copies import home, path_of
from playground.datasets.galleries.gallery import Edition, GalleryError, Part

BLOCK = 64 << 10
# A server that says nothing for so many seconds is given up.
PATIENCE = 20.0
SAFE = ("https",)

Progress = Callable[[int], object]
Stopped = Callable[[], bool]


class _Careful(urllib.request.HTTPRedirectHandler):
    """Follows no address that is less safe than the first may be."""

    def __init__(self, schemes: tuple[str, ...]) -> None:
        self._schemes = schemes

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        try:
            _refuse_unsafe(newurl, self._schemes)
        except GalleryError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _refuse_unsafe(address: str, schemes: tuple[str, ...]) -> None:
    if urllib.parse.urlsplit(address).scheme not in schemes:
        raise GalleryError("unsafe", address=address)


def fetch(edition: Edition, progress: Progress, stopped: Stopped, schemes: tuple[str, ...] = SAFE) -> bool:
    """Fetch what is missing of an edition; False where it was stopped, and goes on from there another time.

    `progress` gets the bytes that are there of all its files. Raises GalleryError, or OSError where it cannot be
    written.
    """
    done = 0
    for part in edition.parts:
        if path_of(part) is None or not _is_right(home() / part.paths[0], part):
            opener = urllib.request.build_opener(_Careful(schemes))
            _refuse_unsafe(edition.address(part), schemes)
            before = done
            fetching = _Fetching(part, edition.address(part), opener)
            if not fetching.run(lambda count, before=before: progress(before + count), stopped):  # type: ignore[misc]
                return False
        done += part.size
        progress(done)
    return True


def _is_right(path: Path, part: Part) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == part.sha256
    except OSError:
        return False


class _Fetching:
    """One file. What is there of it lies beside it, and its checksum is asked once it is whole."""

    def __init__(self, part: Part, address: str, opener: urllib.request.OpenerDirector) -> None:
        self._part, self._address, self._opener = part, address, opener
        self._place = home() / part.paths[0]
        self._beside = self._place.with_name(self._place.name + ".part")

    def run(self, progress: Progress, stopped: Stopped) -> bool:
        """Whether it was not stopped."""
        self._place.parent.mkdir(parents=True, exist_ok=True)
        gone_on = self._there() > 0
        while True:
            if not self._rest(progress, stopped):
                return False
            if _is_right(self._beside, self._part):
                os.replace(self._beside, self._place)
                return True
            self._beside.unlink()
            if not gone_on:
                raise GalleryError("wrong_sum", address=self._address)
            # What was there from before may have been of another file: once more from the start.
            gone_on = False

    def _there(self) -> int:
        try:
            size = self._beside.stat().st_size
        except OSError:
            return 0
        if size > self._part.size:
            self._beside.unlink()
            return 0
        return size

    def _rest(self, progress: Progress, stopped: Stopped) -> bool:
        """Write what is missing behind what is there; whether it was not stopped."""
        there = self._there()
        if there == self._part.size:
            return True
        heads = {"User-Agent": "playground", "Accept-Encoding": "identity"}
        if there:
            heads["Range"] = f"bytes={there}-"
        try:
            with self._opener.open(urllib.request.Request(self._address, headers=heads), timeout=PATIENCE) as answer:
                if not _goes_on_at(answer, there):
                    there = 0
                return self._write(answer, there, progress, stopped)
        except GalleryError:
            raise
        except urllib.error.HTTPError as error:
            error.close()
            raise GalleryError("refused", address=self._address, code=error.code) from error
        except (http.client.HTTPException, TimeoutError, ConnectionError) as error:
            raise GalleryError("cut_short", address=self._address) from error
        except urllib.error.URLError as error:
            raise GalleryError("offline", host=urllib.parse.urlsplit(self._address).hostname or "") from error

    def _write(self, answer: Any, there: int, progress: Progress, stopped: Stopped) -> bool:
        with self._beside.open("ab" if there else "wb") as file:
            while True:
                progress(there)
                if stopped():
                    return False
                block = answer.read1(min(BLOCK, self._part.size - there + 1))
                if not block:
                    break
                there += len(block)
                if there > self._part.size:
                    file.truncate(0)
                    raise GalleryError("too_large", address=self._address, bytes=self._part.size)
                file.write(block)
        if there < self._part.size:
            raise GalleryError("cut_short", address=self._address)
        return True


def _goes_on_at(answer: Any, there: int) -> bool:
    """Whether the server sends what comes behind so many bytes, and not all of it from the start."""
    found = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range") or "")
    return bool(there and answer.status == 206 and found and int(found[1]) == there)
