"""The sandbox of the templates: what they may call, and how much work one document may take.

Everything by which a template can take time or memory is counted against one budget: each turn of a
loop, each macro, block and included file, each character that is put out or joined, each item of a
list that is made. Functions, methods and filters that could make much of little are not there.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import wraps
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer

BUDGET = 50_000_000
STAP = 250
ITEM = 10
MEESTE_BITS = 4096
STAPNAAM, MAAKNAAM, PLAKNAAM, DEELNAAM = "_stap", "_maak", "_plak", "_deel"
GETALLEN = (int, float, Decimal, Fraction)
INGEBOUWD = (
    "abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "forceescape",
    "groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "reverse", "safe", "select", "selectattr", "sort", "string", "sum", "title", "trim",
    "unique", "upper",
)  # fmt: skip
METHODEN = {
    dict: ("items", "keys", "values", "get"),
    tuple: ("index", "count"),
    list: ("index", "count"),
}
METHODEN_VAN = {getattr(soort, naam) for soort, namen in METHODEN.items() for naam in namen}


class TeVeelWerk(Exception):
    """A template asked more than a document can need."""


class NietToegestaan(Exception):
    """A template asked for something that templates can't do."""


class _Teller(NodeTransformer):
    """Puts the counting into a template: in every body, list, joining and slice."""

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """The node as it is, counted within, or the call of ours that does the same and counts."""
        self.generic_visit(node)
        geteld = self._geteld(node)
        return node if geteld is node else geteld.set_lineno(node.lineno)  # which walks all that hangs below

    def _geteld(self, node: nodes.Node) -> nodes.Node:
        match node:
            case nodes.List() | nodes.Dict() | nodes.Tuple(ctx="load"):
                return _aanroep(MAAKNAAM, node)
            case nodes.Concat(nodes=delen):
                return _aanroep(PLAKNAAM, *delen)
            case nodes.Getitem(node=geheel, arg=nodes.Slice(start=start, stop=stop, step=stap)):
                return _aanroep(DEELNAAM, geheel, *(g or nodes.Const(None) for g in (start, stop, stap)))
            case nodes.For(test=nodes.Node() as test):
                node.test = nodes.And(_aanroep(STAPNAAM), test).set_lineno(test.lineno)
        lichaam = getattr(node, "body", None)
        if isinstance(lichaam, list):
            lichaam.insert(0, nodes.ExprStmt(_aanroep(STAPNAAM)).set_lineno(node.lineno))
        return node


def _aanroep(naam: str, *delen: Any) -> nodes.Call:
    return nodes.Call(nodes.Name(naam, "load"), list(delen), [], None, None)


class Zandbak(ImmutableSandboxedEnvironment):
    """A sandbox in which a template can't run without end or fill the memory."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def __init__(self, filters: Mapping[str, Callable[..., Any]], **opties: Any) -> None:
        """An environment with the filters of ours and the built-in ones that can't grow."""
        super().__init__(undefined=StrictUndefined, finalize=self._uitvoer, **opties)
        self.over = BUDGET
        alle = {naam: JINJA_FILTERS[naam] for naam in INGEBOUWD} | dict(filters)
        self.filters = {naam: self._geteld(functie) for naam, functie in alle.items()}
        eigen = {STAPNAAM: self._stap, MAAKNAAM: self._maak, PLAKNAAM: self._plak, DEELNAAM: self._deel}
        self.globals = {"range": self._reeks, "namespace": Namespace, **eigen}

    def besteed(self, werk: int) -> None:
        """Take work off the budget."""
        self.over -= werk
        if self.over < 0:
            raise TeVeelWerk

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        boom = super()._parse(source, name, filename)
        _Teller().visit(boom)
        boom.set_environment(self)
        boom.set_lineno(1)
        return boom

    def _stap(self) -> bool:
        self.besteed(STAP)
        return True

    def _reeks(self, *grenzen: int) -> range:
        return range(*grenzen)

    def _maak(self, waarde: Any) -> Any:
        self._weeg(waarde)
        return waarde

    def _weeg(self, waarde: Any) -> None:
        """Count a value with all that hangs below it, as often as it hangs there."""
        self.besteed(ITEM)
        if isinstance(waarde, str | range):
            self.besteed(len(waarde))
        elif isinstance(waarde, dict):
            self._weeg(list(waarde.items()))
        elif isinstance(waarde, list | tuple):
            for deel in waarde:
                self._weeg(deel)

    def _plak(self, *delen: Any) -> str:
        return "".join(map(str, map(self._uitvoer, delen)))

    def _deel(self, waarde: Any, *grenzen: int | None) -> Any:
        deel = waarde[slice(*grenzen)]
        self._weeg(deel)
        return deel

    def _uitvoer(self, waarde: Any) -> Any:
        """What is put out, counted; also where it only fills a variable."""
        self.besteed(len(waarde) if isinstance(waarde, str) else len(str(waarde)))
        return waarde

    def _geteld(self, functie: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(functie)
        def geteld(*delen: Any, **rest: Any) -> Any:
            for deel in delen:
                self.besteed(len(deel) if isinstance(deel, str | list | tuple | dict | range) else 1)
            return functie(*delen, **rest)

        return geteld

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckon with numbers; put texts and lists behind each other, counted."""
        if isinstance(left, GETALLEN) and isinstance(right, GETALLEN):
            if operator == "**" or max(_bits(left), _bits(right)) > MEESTE_BITS:
                raise NietToegestaan(operator)
        elif operator == "+":
            self._weeg((left, right))
        elif not all(_is_eigen_waarde(w) for w in (left, right)):
            raise NietToegestaan(operator)
        return super().call_binop(context, operator, left, right)

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, blocks, loops, our own functions and what only looks into a list."""
        if isinstance(obj, Macro | BlockReference | LoopContext | Undefined) or obj is Namespace:
            return True  # what is undefined says so itself when it is called
        eigenaar = getattr(obj, "__self__", None)
        if isinstance(eigenaar, LoopContext) or eigenaar is self:
            return True
        return getattr(type(eigenaar), getattr(obj, "__name__", ""), None) in METHODEN_VAN


def _bits(waarde: Any) -> int:
    if isinstance(waarde, Fraction):
        return max(waarde.numerator.bit_length(), waarde.denominator.bit_length())
    return waarde.bit_length() if isinstance(waarde, int) else 0


def _is_eigen_waarde(waarde: Any) -> bool:
    """Whether a value is no text or list, that an operator could multiply."""
    return not isinstance(waarde, str | bytes | list | tuple | dict | range)
