"""Works as CSL-JSON, which reference managers and citeproc read.

Its shape: https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
"""

import json
from typing import Any

from postil.model.dates import Edtf
from postil.pages.citation import Work


def csl_json(*works: Work) -> str:
    """Works as one list, a line for each of their variables."""
    items = (",\n    ".join(map(_line, csl_item(work).items())) for work in works)
    return "[\n" + ",\n".join(f"  {{\n    {lines}\n  }}" for lines in items) + "\n]"


def _line(variable: tuple[str, object]) -> str:
    name, value = variable
    return f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"


def csl_item(work: Work) -> dict[str, Any]:
    """A work as an item. Names are `literal`: which part of one is the family's nobody says."""
    item = {
        "id": work.key,
        "type": work.kind,
        "title": work.title,
        "author": [{"literal": name} for name in work.authors],
        "container-title": work.container,
        "issued": csl_date(work.issued) if work.issued else None,
        "URL": work.url,
        "accessed": csl_date(work.accessed) if work.accessed else None,
        "language": work.language,
        "archive": work.archive,
        "archive_location": work.archive_url,
        "note": work.note,
    }
    return {name: value for name, value in item.items() if value}


def csl_date(when: Edtf) -> dict[str, Any]:
    """A date by its parts, as far as it is known; `circa` where it is about or uncertain."""
    day = when.first
    parts = [day.year, day.month, day.day][: {"year": 1, "month": 2}.get(when.precision, 3)]
    return {"date-parts": [parts]} | ({"circa": True} if when.qualifier else {})
