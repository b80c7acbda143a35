"""A graph in the forms that its neighbours read: syntaxes of RDF, networks, spreadsheets, event data sets."""

from kg.export.formats import FORMATS, Format, format_named, format_of_suffix
from kg.export.writing import write_files, write_stream

__all__ = ["FORMATS", "Format", "format_named", "format_of_suffix", "write_files", "write_stream"]
