"""A finished build looked at: shown, decided upon, and measured against hand annotation."""
