"""The words that made-up news consist of, and the sentences that they are set in."""

from functools import cache

WIDE = ("Economy", "Security", "Environment", "Health", "Transport")
NARROW = (
    "taxes trade wages banks energy housing farming debt industry",
    "borders defence police courts intelligence treaties sanctions ports cyberspace",
    "rivers forests climate waste air mining wildlife coasts soil",
    "hospitals vaccines nursing insurance medicines research ageing nutrition safety",
    "railways roads airports shipping cycling freight tunnels fares bridges",
)

WORDS = {
    "noun": "agreement ceasefire budget levy harbour inquiry parliament ministry tribunal report"
    " railway election summit opposition treaty programme delegation industry hospital coalition"
    " commission mandate strike investment corridor pipeline reform sanction decree region grid"
    " currency border embassy forecast mission village university archive regulator",
    "plural": "negotiators residents farmers ministers lawyers exporters deputies observers troops"
    " measures proposals prices tariffs loans documents promises elections teachers convoys unions"
    " refugees investors inspectors engineers conditions objections supplies figures",
    "adjective": "regional temporary controversial independent joint binding unexpected foreign"
    " provisional lengthy costly partial renewed diplomatic industrial civilian maritime legal"
    " northern draft emergency long-awaited unpopular federal disputed modest final public",
    "verb": "postpone support reject review finance suspend extend weaken replace protect publish"
    " inspect restore cancel approve delay monitor strengthen amend accept",
    "past": "postponed supported rejected reviewed financed suspended extended weakened replaced"
    " protected published inspected restored cancelled approved delayed monitored amended",
    "said": "said argued insisted warned announced claimed conceded replied noted repeated",
    "weekday": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "month": "January February March April May June July September October November",
    "note kind": "context assessment question correction position",
    "given name": "Ada Anton Clara Daria Emil Hana Igor Jonas Lena Marek Nadia Oskar Petra Rosa",
    "body": "Council Commission Union Bank Institute Federation",
    "paper": "Courier Gazette Herald Tribune Observer Standard",
    "onset": "B Br D Dr F G Gr H K Kl L M N P R S St T Tr V Z",
    "vowel": "a e i o u ei au",
    "middle": "l lm n nd r rv rt s sk t v z",
    "ending": "berg burg en feld grad hagen in ino mark nik ov ovka polis rad stad wick",
}

SENTENCES = (
    "{actor} {said} on {weekday} that the {noun} would {verb} the {adjective} {plural}",
    "{actor} told reporters in {place} that no {noun} had {past} the {plural} since {month}",
    "the {adjective} {noun} was {past} after {number} days of talks between {actor} and {actor}",
    "“We will {verb} the {noun},” {actor} {said}, “and the {plural} know it”",
    "according to {actor}, the {plural} in {place} {past} more than {number} {adjective} {plural}",
    "a spokesman for {actor} called the {noun} {adjective} but did not {verb} it",
    "the {plural} of {place} {past} the {noun}, which had cost {number} million since {month}",
    "in {place}, where the {noun} was {past} last {month}, the {plural} remain {adjective}",
    "nobody expected the {adjective} {noun} to {verb} the {plural} before {month}",
    "a draft seen in {place} says that {number} {plural} may {verb} the {adjective} {noun}",
    "the {noun} – {adjective} and {adjective}, as its critics put it – would {verb} the {plural}",
    "two days earlier the {plural} had {past} a similar {noun} near {place}",
    "analysts doubt that the {plural} can {verb} the {noun} without {adjective} {plural}",
    "on {weekday} evening some {number} {plural} gathered in {place} to {verb} the {noun}",
    "the vote in {place} was {past} by {number} to {number}, the {noun}’s own figures show",
    "it was the first time since {month} that {plural} from {place} {past} the {noun}",
)
"""What sentences are made of. Six of sixteen name an actor: some twenty mentions in an article."""

HEADLINES = (
    "{plural} in {place} {verb} the {adjective} {noun}",
    "{adjective} {noun} {past} in {place}",
    "{actor} and the {noun} of {place}",
)
HEADINGS = ("What the {plural} want", "The {noun} in {place}", "The {noun} and its conditions")


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of a kind."""
    return tuple(WORDS[kind].split())
