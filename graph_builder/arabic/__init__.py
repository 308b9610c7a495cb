"""Pure functions on Arabic strings. Nothing here knows a document."""
