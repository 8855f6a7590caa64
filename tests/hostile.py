"""An archive in which every attack stands once in every field and every body that takes text."""

from archives import Files, actor, analyst, article, note, topic
from attacks import ATTACKS

ADDRESS = "https://example.org/?a='&b=x"


def hostile_archive() -> Files:
    """As many records of every kind as there are attacks; each field of a record holds another."""
    files = {"mkdocs.yml": "site_name: Hostile\n"}
    for index in range(len(ATTACKS)):
        files |= _records(index)
    return files


def _records(index: int) -> Files:
    fields = _words(index)
    return {
        f"articles/2025/a{index}.md": article(
            f"{_attack(index)}\n\nThe passage. {_attack(index + 1)}\n\n- {_attack(index + 2)}",
            title=next(fields),
            summary=next(fields),
            source={
                "outlet": next(fields),
                "url": ADDRESS,
                "byline": [next(fields), next(fields)],
                "dateline": next(fields),
            },
            topics=[f"t{index}"],
            actors=[{"id": f"p{index}", "role": next(fields)}],
            licence=next(fields),
            corrections=[{"at": "2025", "by": f"i{index}", "text": next(fields)}],
            retrieved={"at": "2025", "by": next(fields)},
        ),
        f"articles/2025/a{index}.notes/n{index}.md": note(
            _attack(index + 3),
            by=f"i{index}",
            quote="The passage.",
            sources=[{"url": ADDRESS, "title": next(fields)}],
            reason=next(fields),
            reanchored=[{"at": "2025", "by": next(fields), "from": next(fields)}],
        ),
        f"articles/2025/a{index}.notes/gone{index}.md": note(
            by=f"i{index}", quote=next(fields), status="retracted", reason=next(fields)
        ),
        f"docs/actors/p{index}.md": actor(
            _attack(index + 4),
            name=f"{next(fields)} p{index}",
            summary=next(fields),
            aliases=[f"{next(fields)} q{index}"],
            weak_aliases=[next(fields)],
            names={"uk": f"{next(fields)} r{index}"},
            country=[next(fields)],
            positions=[{"role": next(fields), "org": next(fields), "source": next(fields)}],
            relations=[{"to": "p0", "type": next(fields)}],
        ),
        f"docs/topics/t{index}.md": topic(
            _attack(index + 5),
            name=next(fields),
            summary=next(fields),
            aliases=[next(fields)],
            stances=[next(fields)],
        ),
        f"docs/analysts/i{index}.md": analyst(
            _attack(index + 6),
            name=next(fields),
            affiliation=next(fields),
            disclosure=next(fields),
        ),
    }


def _attack(index: int) -> str:
    return ATTACKS[index % len(ATTACKS)]


def _words(index: int):
    """Attacks for fields, in one line each, another one at every call."""
    while True:
        index += 1
        yield " ".join(_attack(index).split())
