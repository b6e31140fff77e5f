"""What people see: one module a page or family of pages, one line here each."""

from fastapi import APIRouter

from headstamp.serve.pages import (
    account,
    adding,
    documents_list,
    export,
    ledger,
    login,
    review,
    search,
    users,
)

PAGES: tuple[APIRouter, ...] = (
    ledger.router, review.router, search.router, documents_list.router, export.router,
    adding.router, login.router, account.router, users.router,
)  # fmt: skip
