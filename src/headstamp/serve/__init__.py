"""The workbench: pages and a REST API over a ledger. Views and no logic of their own.

settings.py, app.py    what one server is told, and the application it runs
guard.py               what holds for every request: hosts, origins, sizes, headers
rights.py, accounts.py who asks, and what he may
asked.py, changing.py  filters from an address; changes with the reviewer's lock
facets.py, naming.py   what a view can be narrowed by; what parties and countries are called
exported.py            a view as a file, sent while it is written
rendering.py           templates to pages; failures.py: errors to pages and problems
known.py, partners.py  a party beside the ledger; with whom its arms went to and fro
views.py               a view's network, map and months, as the scripts in static/ draw them
pages/, api/           one module a page or resource; each lists its routes
keeper.py              the process that reads what was added and links when it is quiet
templates/, static/    what pages are made of; static/vendor is fetched by assets/build.py
"""
