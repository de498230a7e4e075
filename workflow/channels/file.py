"""Letters as files: one `.eml` each, in a folder, there whole or not at all; any mail program opens them."""

import re
from hashlib import sha256
from pathlib import Path

from states.errors import BadInput
from workflow import filed
from workflow.channels.message import message_of
from workflow.letters.digest import Letter, Told


class FileChannel:
    """A folder that letters are put into. Nothing is ever written over: the same letter again is the same file."""

    def __init__(self, folder: str | None) -> None:
        self._folder = folder

    def __enter__(self) -> "FileChannel":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def send(self, letter: Letter, already: object = ()) -> Told:
        """Writes the letter into the folder. A letter whose Message-ID is there has been written before."""
        if self._folder is None:
            return Told(outcome="later", said="The file channel has no folder: [channels] folder.")
        path = Path(self._folder) / name_of(letter)
        try:
            if path.exists():
                return Told(outcome="sent", said=f"It is in {path} already.")
            written = message_of(letter)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            filed.put(path, written)
        except BadInput as error:
            return Told(outcome="refused", said=str(error))
        except OSError as error:
            return Told(outcome="later", said=f"{path.parent} cannot be written to: {error.strerror}.")
        return Told(outcome="sent", said=f"It is in {path}.")


def name_of(letter: Letter) -> str:
    """The file of a letter: its recipient, and what tells its Message-ID from others; plain letters and digits only."""
    who = re.sub(r"[^a-z0-9]+", "-", letter.to[1].lower()).strip("-")[:60] or "nobody"
    return f"{who}-{sha256(letter.message_id.encode()).hexdigest()[:16]}.eml"
