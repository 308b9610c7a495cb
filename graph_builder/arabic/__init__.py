"""Pure functions on Arabic strings, independent of documents."""
