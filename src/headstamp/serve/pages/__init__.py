"""What people see: one module a page or family of pages, one line here each."""

from fastapi import APIRouter

from headstamp.serve.pages import adding, ledger

PAGES: tuple[APIRouter, ...] = (ledger.router, adding.router)
