"""Pictures of versions: outlines, grids, comparisons and branch maps."""
