"""What people see: one module a page or family of pages, one line here each."""

from fastapi import APIRouter

from headstamp.serve.pages import account, adding, ledger, login, users

PAGES: tuple[APIRouter, ...] = (
    ledger.router, adding.router, login.router, account.router, users.router,
)  # fmt: skip
