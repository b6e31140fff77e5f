"""The picture of growth: a line for each question, a point for each measurement."""

from xml.etree import ElementTree

from evaluation.plot import QUESTIONS, drawn, y_of

SVG = "{http://www.w3.org/2000/svg}"


def test_every_question_has_a_line_that_rises_with_its_time() -> None:
    lines = [
        {"claims": claims} | {name: {"process_p95_ms": ms * claims / 1e4} for name in QUESTIONS}
        for claims, ms in ((1_000, 1.0), (10_000, 2.0), (100_000, 3.0), (1_000_000, 4.0))
    ]
    picture = ElementTree.fromstring(drawn(lines))
    drawn_lines = picture.findall(f"{SVG}polyline")
    assert len(drawn_lines) == len(QUESTIONS)
    for line in drawn_lines:
        points = [tuple(map(float, point.split(","))) for point in line.get("points", "").split()]
        assert len(points) == 3
        assert [y for _, y in points] == sorted((y for _, y in points), reverse=True)
        assert abs(points[0][1] - y_of(2.0)) < 0.1
    assert {text.text for text in picture.findall(f"{SVG}text")} > set(QUESTIONS.values())
