"""The recipe for the packaged language model; needs torch and the corpora, neither of which users need."""
