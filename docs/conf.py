"""How the documentation becomes a site: make docs writes it to docs/_build/html."""

from __future__ import annotations

from importlib.metadata import version as installed

project = "newskg"
author = "The newskg authors"
release = version = installed("newskg")
extensions = ["myst_nb"]
nb_execution_mode = "off"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build", "example"]
html_theme = "furo"
html_title = "newskg"
html_static_path: list[str] = []
# Pages name files of the repository, which are no pages of the site.
suppress_warnings = ["myst.xref_missing", "misc.highlighting_failure"]
