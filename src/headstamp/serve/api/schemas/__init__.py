"""What the API answers with and takes, as OpenAPI describes it.

Answers are the forms that the command line prints with `--json`; these classes describe them and do
not make them. The tests hold the two together.
"""
