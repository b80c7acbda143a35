"""The ontology as data: namespaces, the files under ontology/, and the reference data read from them."""
