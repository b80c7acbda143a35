"""A SPARQL 1.1 Protocol endpoint over a graph that can only be read, with pages for people.

The web server never touches the graph: `keeper` holds it in a process of its own and forks a worker for each question,
which the operating system ends when its time or memory is up, and which can open no file and no connection.
"""

from kg.serve.app import make_app
from kg.serve.jobs import Limits
from kg.serve.server import serve

__all__ = ["Limits", "make_app", "serve"]
