"""Every kind of fault that a check can report.

The code is what a reader of the report sees in square brackets, and the heading of its section in
the contributor's guide.
"""

from enum import StrEnum


class Code(StrEnum):
    """The codes, in the order in which a file is read."""

    FILE_NAME = "file-name"
    FILE_KIND = "file-kind"
    UNREADABLE_FILE = "unreadable-file"
    FILE_SIZE = "file-size"
    ENCODING = "encoding"
    HIDDEN_CHARACTER = "hidden-character"
    WIDTHLESS_CHARACTER = "widthless-character"
    EMPTY_FILE = "empty-file"
    NO_FRONT_MATTER = "no-front-matter"
    OPEN_FRONT_MATTER = "open-front-matter"
    YAML_SYNTAX = "yaml-syntax"
    YAML_FEATURE = "yaml-feature"
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_VALUE = "wrong-value"
    WRONG_DATE = "wrong-date"
    WRONG_ADDRESS = "wrong-address"
    MIXED_SCRIPT = "mixed-script"
    LOOKALIKE_NAME = "lookalike-name"
    DUPLICATE_ID = "duplicate-id"
    STRAY_NOTES = "stray-notes"
    UNKNOWN_ARTICLE = "unknown-article"
    UNKNOWN_ACTOR = "unknown-actor"
    UNKNOWN_TOPIC = "unknown-topic"
    UNKNOWN_ANALYST = "unknown-analyst"
    UNKNOWN_NOTE = "unknown-note"
    TOPIC_CYCLE = "topic-cycle"
    REPLY_CIRCLE = "reply-circle"
    REDIRECT_TAKEN = "redirect-taken"
    EMPTY_NOTE = "empty-note"
    WRONG_CHECKSUM = "wrong-checksum"
    UNEXTRACTED_NOTE = "unextracted-note"
    TANGLED_TEXT = "tangled-text"
    RAW_HTML = "raw-html"
    BROKEN_LINK = "broken-link"
    IMAGE = "image"
    LOOSE_NAME = "loose-name"
    AMBIGUOUS_NAME = "ambiguous-name"
    UNUSED_MENTION = "unused-mention"
    AMBIGUOUS_QUOTE = "ambiguous-quote"
    CHANGED_QUOTE = "changed-quote"
    LOST_QUOTE = "lost-quote"
    CROWDED_TEXT = "crowded-text"
    TOUCHED_NOTE = "touched-note"
    CHANGED_LINKS = "changed-links"
    LOST_ADDRESS = "lost-address"
    MORE_FAULTS = "more-faults"


WARNINGS = frozenset(
    {
        Code.MORE_FAULTS,
        Code.WIDTHLESS_CHARACTER,
        Code.MIXED_SCRIPT,
        Code.LOOKALIKE_NAME,
        Code.UNUSED_MENTION,
        Code.TOUCHED_NOTE,
        Code.CHANGED_LINKS,
    }
)
"""Codes that are told but do not fail a check. All others are errors."""

SHOWABLE = frozenset(
    {
        Code.MORE_FAULTS,
        Code.WIDTHLESS_CHARACTER,
        Code.MIXED_SCRIPT,
        Code.LOOKALIKE_NAME,
        Code.WRONG_CHECKSUM,
        Code.UNEXTRACTED_NOTE,
        Code.RAW_HTML,
        Code.BROKEN_LINK,
        Code.IMAGE,
        Code.LOOSE_NAME,
        Code.AMBIGUOUS_NAME,
        Code.UNUSED_MENTION,
        Code.AMBIGUOUS_QUOTE,
        Code.CHANGED_QUOTE,
        Code.LOST_QUOTE,
        Code.TOUCHED_NOTE,
        Code.CHANGED_LINKS,
    }
)
"""Faults that a page can show for what they are: a preview need not leave the file out."""
