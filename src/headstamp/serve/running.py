"""A server of the workbench, and the process that works for it behind the pages."""

import signal
import socket
from collections.abc import Callable, Sequence
from multiprocessing import get_context

import uvicorn
from uvicorn.supervisors import Multiprocess

from headstamp.errors import InputError
from headstamp.serve.keeper import keep
from headstamp.serve.settings import Settings

LOOPBACK = ("127.0.0.1", "::1")
BACKLOG = 2_048
"""Connections that may wait to be taken; Uvicorn's own number."""
APPLICATION = "headstamp.serve.app:from_environment"


def run(
    settings: Settings,
    *,
    host: str,
    port: int,
    workers: int,
    proxies: Sequence[str],
    announce: Callable[[str], None],
) -> None:
    """Serve until interrupted; `announce` is given the address when it can be asked.

    `proxies` are the addresses that are believed when they say for whom, and by which scheme, they
    ask; this machine's own are.

    Raises `InputError` where the address cannot be had.
    """
    config = uvicorn.Config(
        APPLICATION,
        factory=True,
        host=host,
        port=port,
        workers=workers,
        log_level="warning",
        server_header=False,
        forwarded_allow_ips=",".join((*LOOPBACK, *proxies)),
    )
    listening = _listening(host, port)
    settings.to_environment()
    signal.signal(signal.SIGTERM, _end)
    keeper = get_context("spawn").Process(target=keep, args=(settings,), name="keeper")
    keeper.start()
    shown = f"[{host}]" if ":" in host else host
    announce(f"http://{shown}:{listening.getsockname()[1]}/")
    try:
        _serve(config, listening)
    except KeyboardInterrupt:
        pass
    finally:
        keeper.terminate()
        keeper.join()


def _listening(host: str, port: int) -> socket.socket:
    """A socket that names its protocol: only then asyncio sends what is short without delay."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        problem = f"cannot be listened on ({error.strerror})"
        raise InputError(f"{host}:{port}", problem, _MEND) from error
    listening.listen(BACKLOG)
    return listening


def _serve(config: uvicorn.Config, listening: socket.socket) -> None:
    """Answer until interrupted, in one process or several."""
    if config.workers > 1:
        Multiprocess(config, [listening]).run()
    else:
        uvicorn.Server(config).run([listening])


def _end(_signal: int, _frame: object) -> None:
    """End as after Ctrl-C, so that what is behind the pages ends as well."""
    raise KeyboardInterrupt


_MEND = "choose another --port"
