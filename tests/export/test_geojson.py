"""GeoJSON as the library `geojson` reads it."""

import geojson
import pytest
from hypothesis import given

from headstamp.export import Entry
from headstamp.export.geojson import line
from tests.export.conftest import entries, written


def test_places_and_the_line_between_them(entry: Entry) -> None:
    features = geojson.loads(written("geojson", entry))["features"]
    told = {feature["properties"]["role"]: feature["geometry"] for feature in features}
    assert told["origin"]["coordinates"] == [50.8, 28.9]
    assert told["line"]["coordinates"] == [[50.8, 28.9], [47.8, 30.5]]
    assert features[0]["properties"]["supplier"] == ["Iran"]
    assert features[0]["properties"]["period"] == "2018-08-01/2018-08-31"


@given(entries())
def test_every_collection_is_valid(entry: Entry) -> None:
    collection = geojson.loads(written("geojson", entry))
    assert collection.is_valid
    assert {f["properties"]["transfer"] for f in collection["features"]} == {"t01"}
    ids = [feature["id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(("start", "end"), [((170, 0), (-170, 10)), ((-170, 10), (170, 0))])
def test_a_line_is_cut_at_the_antimeridian(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    first, second = line(start, end)["coordinates"]
    assert first[-1] == [start[0] / 170 * 180, 5]
    assert second[0] == [end[0] / 170 * 180, 5]
