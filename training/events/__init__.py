"""Events in the recipe: annotation to words, a branch of the network, its losses, training, evaluation and export."""
