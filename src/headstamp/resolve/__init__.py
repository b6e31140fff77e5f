"""Words → known things: parties, materiel, places, dates, numbers; `Unresolved` when unknown."""
