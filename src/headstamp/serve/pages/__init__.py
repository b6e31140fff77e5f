"""What people see: one module a page or family of pages, one line here each."""

from fastapi import APIRouter

from headstamp.serve.pages import (
    account,
    adding,
    document_changes,
    documents,
    documents_list,
    export,
    history,
    ledger,
    linking,
    login,
    map,
    network,
    parties,
    review,
    search,
    sources,
    timeline,
    transfers,
    users,
)

PAGES: tuple[APIRouter, ...] = (
    ledger.router, review.router, search.router, documents_list.router, documents.router,
    document_changes.router, export.router,
    transfers.router, linking.router, history.router,
    parties.router, sources.router, map.router, network.router, timeline.router,
    adding.router, login.router, account.router, users.router,
)  # fmt: skip
