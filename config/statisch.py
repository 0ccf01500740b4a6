"""Where stylesheets, scripts and pictures stand: with the hash of their content in the name, and compressed."""

from functools import cache

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StatischeBestanden(CompressedManifestStaticFilesStorage):
    """Works out each address once: it stays the same as long as the server runs, and a page asks for thirty."""

    def __init__(self) -> None:
        super().__init__()
        self.url = cache(super().url)
