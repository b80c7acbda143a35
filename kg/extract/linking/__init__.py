"""Event coreference inside a document: from event mentions to events."""
