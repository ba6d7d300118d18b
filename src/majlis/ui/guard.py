"""The guard that keeps exceptions out of methods that Qt calls: PySide deadlocks where one leaves them."""

from collections.abc import Callable
from functools import wraps
import sys
from typing import Concatenate, ParamSpec, TypeVar

Self = TypeVar("Self")
Args = ParamSpec("Args")
Result = TypeVar("Result")


def guarded(
    default: Result,
) -> Callable[[Callable[Concatenate[Self, Args], Result]], Callable[Concatenate[Self, Args], Result]]:
    """Make an override of a Qt virtual method return `default` where it raises, and report what it raised.

    The report goes to `sys.excepthook`: the error window in the program, a failed test under pytest.
    """

    def decorate(method: Callable[Concatenate[Self, Args], Result]) -> Callable[Concatenate[Self, Args], Result]:
        @wraps(method)
        def inner(self: Self, /, *args: Args.args, **named: Args.kwargs) -> Result:
            try:
                return method(self, *args, **named)
            except Exception as error:  # noqa: BLE001 - whatever it is, Qt must not see it
                sys.excepthook(type(error), error, error.__traceback__)
                return default

        return inner

    return decorate
