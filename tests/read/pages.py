"""Web pages made for the tests."""

from __future__ import annotations

import json

BODY = (
    "<p>The foreign ministers of Peru and Chile met in Lima on Tuesday to sign a treaty about the border waters.</p>"
    "<p>They will meet again in Santiago next month, officials said, in a visit that was planned for years.</p>"
)
WORDS = (
    "The foreign ministers of Peru and Chile met in Lima on Tuesday to sign a treaty about the border waters.\n"
    "They will meet again in Santiago next month, officials said, in a visit that was planned for years."
)


def page(head: str = "", before: str = "", after: str = "", body: str = BODY) -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Talks in Lima - The Paper</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Talks in Lima</h1>{before}{body}</article>{after}<footer>© 2019 The Paper</footer></body></html>"
    )


def bare(body: str) -> str:
    """A page without an article element."""
    return f"<html><head><title>Talks in Lima</title></head><body>{body}</body></html>"


def meta(**stamps: str) -> str:
    """Stamps by the name of their property, "__" for a colon."""
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in stamps.items())


def json_ld(*things: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)
