"""What was read, who said what of it, and what it adds up to: kept, dated, signed, undoable."""
