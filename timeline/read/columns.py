"""The names under which a table or a record keeps the text of an article, its day, its title and its id."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from timeline.errors import BadColumns

KEYS = ("text", "published", "title", "id")


def parsed_columns(written: str) -> dict[str, str]:
    """Columns as they are given on the command line. Raises BadColumns.

    >>> parsed_columns("text=body,published=date")
    {'text': 'body', 'published': 'date'}
    """
    pairs = [part.partition("=") for part in written.split(",")]
    if not all(equals and name.strip() for _, equals, name in pairs):
        raise BadColumns("--columns", f"{written!r} does not name columns; write it like text=body,published=date.")
    return known_columns({key.strip(): name.strip() for key, _, name in pairs}, "--columns")


def known_columns(columns: Mapping[str, str], source: str = "columns") -> dict[str, str]:
    """The same columns, when all they are for is known. Raises BadColumns.

    >>> known_columns({"text": "body"})
    {'text': 'body'}
    """
    for key, name in columns.items():
        if key not in KEYS:
            raise BadColumns(source, f"{key!r} is nothing an article has; name columns for {', '.join(KEYS)}.")
        if not isinstance(name, str):
            raise BadColumns(source, f"{name!r} is not the name of a column; give it in quotation marks.")
    return dict(columns)


def check_columns(there: Collection[str], columns: Mapping[str, str], source: str) -> None:
    """Raises BadColumns unless a table has the columns that were named, and one for the text.

    >>> check_columns(["body", "day"], {"text": "body"}, "news.csv")
    """
    known = f"the columns are {', '.join(map(str, there)) or 'none'}"
    for key, name in columns.items():
        if name not in there:
            raise BadColumns(source, f"no column {name!r} for the {key}; {known}. Name one of them with --columns {key}=NAME.")
    if "text" not in columns and "text" not in there:
        raise BadColumns(source, f"no column 'text'; {known}. Name the one that holds the words with --columns text=NAME.")


def article_record(row: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, object]:
    """What a row says of an article, under the names that an article has for it.

    >>> article_record({"body": "They met.", "outlet": "X"}, {"text": "body"})
    {'text': 'They met.', 'published': None, 'title': None, 'id': None}
    """
    return {key: row.get(columns.get(key, key)) for key in KEYS}
