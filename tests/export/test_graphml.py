"""GraphML as networkx reads it."""

import io

import networkx
from hypothesis import given

from headstamp.export import Entry
from tests.export.conftest import entries, story, written


def read(*told: Entry) -> "networkx.MultiDiGraph[str]":
    return networkx.read_graphml(io.BytesIO(written("graphml", *told)), force_multigraph=True)


def relations(graph: "networkx.MultiDiGraph[str]") -> set[tuple[str, str, str]]:
    """Every edge, by the labels of its ends."""
    label = {node: values.get("label", "") for node, values in graph.nodes(data=True)}
    return {(label[a], v["relation"], label[b]) for a, b, v in graph.edges(data=True)}


def test_who_is_said_to_arm_whom(entry: Entry) -> None:
    assert relations(read(entry)) == {
        ("Iran", "supplier", "t01"),
        ("t01", "recipient", "Grey Lanterns"),
        ("one", "asserts", "t01"),
        ("two", "denies", "t01"),
        ("one", "carries", "Marsh Post"),
        ("two", "repeats (citation)", "one"),
    }


def test_a_part_points_at_its_deal_where_that_is_there() -> None:
    deal, part = story(id="t02"), story(id="t01", part_of="t02")
    assert ("t01", "part of", "t02") in relations(read(part, deal))
    assert not any(relation == "part of" for _, relation, _ in relations(read(part)))


@given(entries())
def test_every_graph_is_read_and_every_end_is_a_node(entry: Entry) -> None:
    graph = read(entry)
    assert all(values.get("sort") for _, values in graph.nodes(data=True))
    held = [values for _, values in graph.nodes(data=True) if values["sort"] == "document"]
    assert len(held) == len(entry.documents)
