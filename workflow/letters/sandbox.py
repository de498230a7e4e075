"""Where templates are rendered: they can say things and do nothing, and neither how long nor how much is theirs.

Councils replace templates, and what stands in a folder may be anything. A template sees only plain records; it calls
nothing but its own macros; every turn of a loop, every include and every macro is a step, and steps and characters are
counted, so that the same template ends the same way on any machine.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

OURS = Path(__file__).parent / "templates"
"""The templates that come with the program."""

STEPS = 20_000
"""How many turns of loops, includes and macros one letter may take."""

CHARACTERS = 1_000_000
"""How much a template may write while one letter is made."""

LARGEST = 256 * 1024
"""How large a template may be, in bytes."""

_FILTERS = (
    "abs capitalize count default dictsort e escape first groupby int items last length list lower map max min "
    "reject rejectattr reverse select selectattr sort title trim unique upper"
).split()
_spent: ContextVar[list[int]] = ContextVar("spent")


class TooMuch(Exception):
    """A template takes too long or writes too much."""


class CannotBeSaid(Exception):
    """A template writes something that is no words: a list, a record, or what is not known."""


class _Folder(FileSystemLoader):
    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, file, fresh = super().get_source(environment, template)
        if len(source) > LARGEST:
            raise TooMuch(f"it is larger than {LARGEST // 1024} KB")
        return source, file, fresh


class _Counted(NodeTransformer):
    """Puts a step into every body that can be gone through more than once, and measures what is joined with `~`.

    Lists are of plain words: one that holds what a template has made could hold itself, twice at every turn.
    """

    def _with_a_step(self, node: Any) -> Any:
        node = self.generic_visit(node)
        call = nodes.Call(nodes.EnvironmentAttribute("step"), [], [], None, None)
        node.body.insert(0, nodes.ExprStmt(call).set_lineno(node.lineno))
        return node

    visit_Template = visit_For = visit_Macro = visit_Block = visit_CallBlock = visit_FilterBlock = _with_a_step

    def visit_Concat(self, node: Any) -> nodes.Node:
        node = self.generic_visit(node)
        return nodes.Call(nodes.EnvironmentAttribute("joined"), node.nodes, [], None, None).set_lineno(node.lineno)

    def visit_List(self, node: Any) -> nodes.Node:
        if getattr(node, "ctx", "load") == "load" and any(True for _ in node.find_all((nodes.Name, nodes.Call))):
            raise TemplateSyntaxError("a list can hold plain words and numbers only", node.lineno)
        checked: nodes.Node = self.generic_visit(node)
        return checked

    visit_Tuple = visit_Dict = visit_List


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without methods, without arithmetic that grows text, and with every step counted."""

    intercepted_binops = frozenset({"+", "*", "**", "%", "/", "//", "-"})

    def __init__(self, folder: str | None) -> None:
        folders = [_Folder(path) for path in (folder, OURS) if path is not None]
        super().__init__(
            loader=ChoiceLoader(folders),
            undefined=StrictUndefined,
            autoescape=lambda name: name is None or not name.endswith(".txt"),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=self.written,
            cache_size=100,
            auto_reload=False,
        )
        self.globals.clear()
        self.filters = {name: _measured(self.filters[name]) for name in _FILTERS}
        self.filters |= {"in_words": _in_words, "join": _join}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Counted().visit(super()._parse(source, name, filename))
        return tree

    def step(self) -> str:
        """One turn of a loop, one include, one macro. TooMuch: there were too many."""
        spent = _spent.get()
        spent[0] += 1
        if spent[0] > STEPS:
            raise TooMuch("it goes round and round")
        return ""

    def joined(self, *parts: object) -> str:
        """What `~` joins. TooMuch: it is too long. CannotBeSaid: it is no words."""
        said: str = _short_enough("".join(str(self.written(part)) for part in parts))
        return said

    def written(self, value: Any) -> Any:
        """What a template writes is counted. TooMuch: it is too much. CannotBeSaid: it is no words."""
        if value is None:
            raise CannotBeSaid("it writes something that is not known here; ask with {% if … %} first")
        if not isinstance(value, (str, int, Undefined)):
            raise CannotBeSaid("it writes a list or a record where words belong")
        spent = _spent.get()
        spent[1] += len(value) if isinstance(value, str) else 32
        if spent[1] > CHARACTERS:
            raise TooMuch("it writes too much")
        return value

    def is_safe_callable(self, obj: Any) -> bool:
        """Only a template's own macros, blocks and loops can be called, and our two counters."""
        own = getattr(obj, "__func__", None) in (Sandbox.step, Sandbox.joined)
        return own or isinstance(obj, (Macro, BlockReference, LoopContext))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Sums of small numbers, and short texts put together; nothing that grows."""
        if isinstance(left, int) and isinstance(right, int) and operator != "**":
            if max(abs(left), abs(right)) > 10**9:
                raise TooMuch("it counts too far")
        elif not (operator == "+" and isinstance(left, str) and isinstance(right, str)):
            raise SecurityError(f"“{operator}” can be used with numbers only")
        return _short_enough(super().call_binop(context, operator, left, right))


def rendered(sandbox: Sandbox, name: str, told: dict[str, Any]) -> str:
    """A template in the words of what it is told.

    Raises:
        TooMuch: it takes too long, or writes too much. Whatever else goes wrong is as Jinja raises it.
    """
    token = _spent.set([0, 0])
    try:
        return "".join(_within(sandbox.get_template(name).generate(told)))
    except RecursionError:
        raise TooMuch("it goes round and round") from None
    finally:
        _spent.reset(token)


def sandbox_of(folder: str | None) -> Sandbox:
    """The sandbox with a council's own templates before ours; what is changed or added there counts from then on."""
    if folder is None:
        return _sandbox(None, ())
    with suppress(OSError), os.scandir(folder) as files:
        seen = sorted((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files)
        return _sandbox(folder, tuple(seen))
    return _sandbox(folder, ())


@lru_cache(maxsize=8)
def _sandbox(folder: str | None, seen: tuple[tuple[str, int, int], ...]) -> Sandbox:
    return Sandbox(folder)


def _within(pieces: Any) -> Any:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > CHARACTERS:
            raise TooMuch("it writes too much")
        yield piece


def _measured(made: Callable[..., Any]) -> Callable[..., Any]:
    """A filter whose result is not too long."""

    @wraps(made)
    def measured(*args: Any, **options: Any) -> Any:
        return _short_enough(made(*args, **options))

    return measured


def _join(values: Iterable[Any], between: str = "") -> str:
    """The values, with something between them. TooMuch: it grows too long."""
    pieces: list[str] = []
    total = 0
    for value in values:
        pieces.append(str(value))
        total += len(pieces[-1]) + len(between)
        if total > CHARACTERS:
            raise TooMuch("it writes too much")
    return between.join(pieces)


def _in_words(number: int) -> str:
    """A number up to ten as a word."""
    words = "no one two three four five six seven eight nine ten".split()
    return words[number] if 0 <= number < len(words) else str(number)


def _short_enough(value: Any) -> Any:
    if isinstance(value, str) and len(value) > CHARACTERS:
        raise TooMuch("it writes too much")
    return value
