"""`headstamp serve`: the ledger as a workbench in the browser."""

import ipaddress
import os
import secrets
import sys

import click

from headstamp.cli.ledger import MISUSED, at_ledger, opened, say, signed
from headstamp.errors import InputError
from headstamp.show import harmless

LARGE, MOST = 20_000, 4
"""Claims of a ledger of which a page takes long enough that several processes are worth their
memory; and the most of these.
"""
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8472, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--accounts/--no-accounts",
    default=None,
    help="Whether people log in; without it whoever reaches the server may do all.  "
    "[default: only where others can reach it]",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A name that the server goes by, behind a proxy say; may be given more than once.",
)
@click.option(
    "--proxy",
    "proxies",
    multiple=True,
    metavar="ADDRESS",
    help="A proxy on another machine that is believed when it says who asks, and whether over TLS.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    help="Processes that answer.  [default: 1; for a large ledger one for each core, at most 4]",
)
@signed
@at_ledger
def serve(  # noqa: PLR0913 - one parameter an option
    *,
    host: str,
    port: int,
    accounts: bool | None,
    names: tuple[str, ...],
    proxies: tuple[str, ...],
    workers: int | None,
    by: str,
    place: str,
) -> None:
    """Open the ledger as a workbench in the browser, until Ctrl-C.

    It listens to this machine alone unless --host or --name says otherwise; then people must log
    in (`headstamp users add`).
    """
    is_here = _is_loopback(host)
    abroad = next((each for each in (host, *names) if not _is_loopback(each)), None)
    if accounts is False and abroad is not None:
        raise click.UsageError(f"Others can reach {abroad}: people must log in there.")
    must_log_in = accounts or abroad is not None
    from headstamp.serve.running import run  # noqa: PLC0415 - `--help` needs no server
    from headstamp.serve.settings import Settings  # noqa: PLC0415

    with opened(place, create=True) as ledger:
        shown = harmless(ledger.name)
        with ledger.reading() as view:
            count = workers or fitting(view.claims_read(), cores=os.cpu_count() or 1)
        if must_log_in and not ledger.accounts.users():
            say("Nobody can log in yet: add somebody with `headstamp users add NAME --role admin`.")
    hosts = (*LOOPBACK, *names) if is_here else names
    settings = Settings(
        ledger=place,
        by=by,
        secret=secrets.token_urlsafe(32),
        accounts=must_log_in,
        hosts=hosts,
    )

    def announce(address: str) -> None:
        click.echo(f"The ledger {shown} is open at {address} (Ctrl-C closes it).")

    try:
        run(settings, host=host, port=port, workers=count, proxies=proxies, announce=announce)
    except InputError as error:
        say(str(error))
        sys.exit(MISUSED)


def fitting(claims: int, *, cores: int) -> int:
    """How many processes should answer from a ledger of so many claims: each takes a while to
    begin, and some 200 MB.
    """
    return min(cores, MOST) if claims > LARGE else 1


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
