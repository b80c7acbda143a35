"""Pages of the web: the words of the article that a page is about, and what it says of itself."""

from __future__ import annotations

from kg.ingest.kinds.tags import without_surplus
from kg.ingest.metadata import Metadata, metadata_from


def article_of_page(html: str, *, place: str) -> tuple[str, Metadata] | None:
    """Return the words and metadata of the article that a page holds, None where it holds none."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    # Without bounds of its own the date finder takes today for the latest day that can be right.
    days = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2199-12-31"}
    page = bare_extraction(
        without_surplus(html), include_comments=False, with_metadata=True, date_extraction_params=days
    )
    if not isinstance(page, Page) or not page.text:
        return None
    about = {"date": page.date, "title": page.title, "outlet": page.sitename, "url": page.url}
    # Every line that the library returns is a paragraph of the page, whatever its length.
    return page.text.replace("\n", "\n\n"), metadata_from(about, place=place)


def decoded_page(data: bytes, charset: str | None) -> str:
    """Return the text of a page in UTF-8, else in the encoding that its server tells, else in the likeliest."""
    from trafilatura.utils import decode_file

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(charset or "ascii")
    except (LookupError, UnicodeDecodeError):
        return decode_file(data)
