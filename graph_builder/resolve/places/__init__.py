"""Places: the cities of GeoNames, the place that a name denotes in an article, and coordinates."""
