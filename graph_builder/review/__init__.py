"""Show the entities of a finished build, and apply decisions about them."""
