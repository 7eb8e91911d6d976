"""The lineage set: tellings whose descent from one another is known, and the generator that assembles them."""
