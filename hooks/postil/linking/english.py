"""Closed lists of English words that tell names from what stands beside them."""

OFFICES = frozenset(
    """
    Ambassador Attorney Chair Chairman Chairperson Chairwoman Chancellor Chief Commander
    Commissioner Congressman Congresswoman Counselor Deputy Director Envoy Foreign Governor Head
    Judge Justice Leader Mayor Minister Negotiator Officer Premier President Prime Rapporteur
    Representative Secretary Senator Speaker Spokesman Spokesperson Spokeswoman Vice
    Admiral Brigadier Captain Colonel General Lieutenant Major Marshal Sergeant
    Archbishop Bishop Cardinal Emperor Imam King Metropolitan Patriarch Pope Prince Princess Queen
    Rabbi Dame Dr Lady Lord Madam Miss Mr Mrs Ms Prof Professor Sir
    """.split()  # noqa: SIM905 -- reads as words
)
"""What is written with a capital before a person's name: offices, ranks, forms of address."""

FUNCTION_WORDS = frozenset(
    """
    about after against also alone although and as at because before between but by can could did
    does during for from had has have if in into is itself like may might must nor not of on or over
    said says should since so than that then though through to today towards under until was were
    when where whether which while who whose will with within without would yesterday yet
    """.split()  # noqa: SIM905 -- reads as words
)
"""Small words that are no nouns: they may follow a noun, or begin a sentence before a name."""

COMMON_WORDS = FUNCTION_WORDS | frozenset(
    """
    a all an any are been being both each every few he her here him his how i it its just less many
    me more most much my new no now one only other our out own same she some such that the their
    them there these they this those too two up us very we what why you your
    """.split()  # noqa: SIM905 -- reads as words
)
"""Small words that stand in nearly every text."""
