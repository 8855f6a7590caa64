"""The closed lists of words that records choose from, with what readers are shown for them."""

from typing import Literal, get_args

ArticleKind = Literal["reportage", "statement", "transcript", "document", "analysis", "opinion"]
TextForm = Literal["full", "excerpt", "digest", "link-only"]
ArticleStatus = Literal["draft", "published", "withdrawn"]
ActorType = Literal["Person", "Organization", "PublicBody", "State", "MediaOutlet"]
NoteKind = Literal[
    "context", "assessment", "correction", "question", "translation", "position", "forecast"
]
NoteStatus = Literal["draft", "published", "retracted", "superseded"]
Confidence = Literal["low", "moderate", "high"]

Likelihood = Literal[
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
]
"""ICD 203, Analytic Standards (US Office of the Director of National Intelligence), D.6.e."""

LIKELIHOOD_RANGE = dict(
    zip(
        get_args(Likelihood),
        ("1–5 %", "5–20 %", "20–45 %", "45–55 %", "55–80 %", "80–95 %", "95–99 %"),
        strict=True,
    )
)
"""The probability each word stands for, from the same table."""

ACTOR_TYPE_LABEL = {
    "Person": "Person",
    "Organization": "Organisation",
    "PublicBody": "Public body",
    "State": "State",
    "MediaOutlet": "Media outlet",
}
"""What one actor of each type is called."""

ACTOR_TYPE_LABELS = {
    "State": "States",
    "Person": "People",
    "Organization": "Organisations",
    "PublicBody": "Public bodies",
    "MediaOutlet": "Media outlets",
}
"""Headings of the actors' index, in the order in which it lists them."""

TEXT_FORM_LABELS = {
    "full": "Full text",
    "excerpt": "Excerpt",
    "digest": "Digest in the archive’s own words",
    "link-only": "Reference only; the text is kept elsewhere",
}
"""How an article's head says what its text is."""
