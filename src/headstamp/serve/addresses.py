"""Addresses that a form or a link brings: to be gone to where they stay in the workbench."""

from urllib.parse import urlsplit


def own(address: str) -> str:
    """The address within the workbench; its first page for one that leads elsewhere."""
    parts = urlsplit(address)
    is_own = address.startswith("/") and not (parts.scheme or parts.netloc or "\\" in address)
    return address if is_own and address.isprintable() else "/"
