"""Event factuality: polarity, modality and source of what a sentence states."""
