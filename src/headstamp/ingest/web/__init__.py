"""Web pages: fetched from a URL, or saved as HTML."""
