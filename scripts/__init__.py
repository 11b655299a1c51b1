"""What a maintainer runs by hand: measures and the making of embedded data."""
