"""Values of the model as plain JSON values, and back: the one place that knows how.

    encode(Span(3, 9))                      [3, 9]
    encode(Finding("code", "words"))        {"code": "code", "message": "words"}
    decode(Finding, {"code": …})            Finding(…)

A span is a pair, a day or moment is ISO 8601, a tuple is a list, a dataclass an object without the
fields that hold their defaults. Where a field may hold one of several classes (a `Value`), the
object names its own under `is`. What is encoded is decoded to an equal value; floats keep every
digit. `show.json` is another form, for people's programs: rounded, with words beside the spans.
"""

import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from headstamp.model.document import Span

T = TypeVar("T")


class _Form(NamedTuple):
    """How values of one type are written and read; None is never handed to either."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def encode(value: Any) -> Any:
    """`value`, one of the model's dataclasses, as what `json.dumps` takes."""
    return _form(type(value)).write(value)


def decode(type_: type[T], plain: Any) -> T:
    """The `type_` that `encode` wrote. Raises `ValueError` for what `encode` never writes."""
    try:
        value: T = _form(type_).read(plain)
    except (TypeError, KeyError, IndexError, AttributeError) as error:
        raise ValueError(f"not the plain form of a {type_.__name__}: {error}") from error
    return value


def _form_of(hint: Any) -> _Form:
    """The form of a type as a dataclass declares it."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union(tuple(arm for arm in get_args(hint) if arm is not type(None)))
    if origin is tuple:
        member = _form(get_args(hint)[0])
        return _Form(
            lambda value: [None if each is None else member.write(each) for each in value],
            lambda plain: tuple(None if each is None else member.read(each) for each in plain),
        )
    if hint is Span:
        return _Form(lambda span: [span.start, span.end], lambda pair: Span(*pair))
    if hint in (date, datetime):
        return _Form(lambda day: day.isoformat(), hint.fromisoformat)
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass(hint)
    return _Form(_same, _same)


_form: Callable[[Any], _Form] = cache(_form_of)


def _same(value: Any) -> Any:
    return value


def _union(arms: tuple[Any, ...]) -> _Form:
    """One of several: plain words as they are, a dataclass under its name."""
    if len(arms) == 1:
        return _form(arms[0])
    classes: dict[str, type] = {
        arm.__name__: arm
        for arm in arms
        if isinstance(arm, type) and is_dataclass(arm) and arm is not Span
    }
    others = [arm for arm in arms if arm not in classes.values()]
    if not classes:
        return _form(others[0])

    def write(value: Any) -> Any:
        name = type(value).__name__
        form = _form(type(value)).write(value)
        return {"is": name, **form} if name in classes else form

    def read(plain: Any) -> Any:
        if isinstance(plain, dict):
            return _form(classes[plain["is"]]).read(plain)
        return _form(others[0]).read(plain)

    return _Form(write, read)


def _dataclass(type_: type) -> _Form:
    hints = get_type_hints(type_)
    plan = [(field.name, _default(field), _form(hints[field.name])) for field in fields(type_)]
    readers = {name: form.read for name, _, form in plan}

    def write(value: Any) -> dict[str, Any]:
        written = {}
        for name, default, form in plan:
            held = getattr(value, name)
            if held is not default and (default is MISSING or held != default):
                written[name] = None if held is None else form.write(held)
        return written

    def read(plain: dict[str, Any]) -> Any:
        held = {
            name: None if told is None else readers[name](told)
            for name, told in plain.items()
            if name in readers
        }
        return type_(**held)

    return _Form(write, read)


def _default(field: "Field[Any]") -> Any:
    return field.default
