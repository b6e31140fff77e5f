"""The page about the API in step with the API: its program runs, and it names every address."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from headstamp.serve.api import ROUTERS
from headstamp.serve.settings import Settings
from tests.serve.conftest import settings

PAGE = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
HERE = "http://127.0.0.1:8472"


def test_every_address_is_on_the_page() -> None:
    paths = {r.path.replace(":path", "") for router in ROUTERS for r in router.routes}
    assert {path for path in paths if path and f"{path}`" not in PAGE} == set()


def test_every_query_and_field_that_changes_something_is_on_the_page() -> None:
    from headstamp.serve.api.asking import Filtering
    from headstamp.serve.api.documents import Upload
    from headstamp.serve.api.reviews import Correcting

    for model in (Filtering, Upload, Correcting):
        assert {name for name in model.model_fields if f"`{name}`" not in PAGE} == set()


def test_the_program_on_the_page_runs(
    serving: Callable[[Settings], str], place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (program,) = re.findall(r"```python\n(.+?)```", PAGE, re.S)
    exec(program.replace(HERE, serving(settings(place))), {})
    printed = capsys.readouterr().out
    assert "412 washington-post-2023-04-10/c3: was changed since you looked; look again." in printed
    assert '"recipient","supplier"' in printed
