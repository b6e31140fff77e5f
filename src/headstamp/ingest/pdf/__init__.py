"""PDF files: lines from the pages, paragraphs from the lines."""
