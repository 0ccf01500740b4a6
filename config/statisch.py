"""Where stylesheets, scripts and pictures stand: with the hash of their content in the name, and compressed."""

from functools import cache

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StatischeBestanden(CompressedManifestStaticFilesStorage):
 type: ignore[method-assign]  """Works out each address once: it stays the same as long as the server runs, and a page asks for thirty."""

 type: ignore[method-assign]  def __init__(self) -> None:
 type: ignore[method-assign]      super().__init__()
 type: ignore[method-assign]      self.url = cache(super().url)  # type: ignore[method-assign]
