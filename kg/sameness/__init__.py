"""Whether two mentions are one event, in a document and across the collection; it separates before it joins."""
