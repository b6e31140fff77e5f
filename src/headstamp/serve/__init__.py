"""The workbench: pages and a REST API over a ledger. Views and no logic of their own.

settings.py, app.py     what one server is told, and the application it runs; running.py starts it
state.py                what a request finds: the ledger at one moment, settings, accounts
guard.py, addresses.py  what holds for every request: hosts, origins, sizes, headers; where it leads
rights.py, accounts.py  who asks, and what he may
asked.py, changing.py   filters from an address; changes with the reviewer's lock
fresh.py, answers.py    what need not be sent, or made, twice
facets.py, naming.py    what a view can be narrowed by; what parties and countries are called
views.py, exported.py   a view as network, map and months for static/, or as a file
article.py, cards.py    a document in stretches; its claims to be reviewed
corrections.py          the form by which a claim is put right
entry.py, journey.py    one transfer: what its page tells, and the way its goods went
candidates.py, done.py  what may belong to a transfer; what was just done, to be undone
known.py, partners.py   a party beside the ledger; with whom its arms went to and fro
usefulness.py           whether an article was useful, as a note
tasks.py, keeper.py     what is to be added, and the process that does it and links when it is quiet
rendering.py, assets.py templates to pages, and the files that pages load
failures.py, problems.py  errors to pages, and to problems for programs
pages/, api/            one module a page or resource; each lists its routes
templates/, static/     what pages are made of; static/vendor is fetched by assets/build.py
"""
