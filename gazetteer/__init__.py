"""Makes the shipped gazetteer from GeoNames and CLDR. Not part of the wheel."""
