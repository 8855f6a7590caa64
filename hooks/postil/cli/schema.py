"""`postil schema`: the JSON Schemas of the records, from the model itself."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from postil.reading.schema import RECORD_TYPES, record_schema


@click.command(short_help="Print the JSON Schema of records.")
@click.argument("kind", type=click.Choice(list(RECORD_TYPES)), required=False)
@click.option(
    "--all",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write those of all kinds into a folder, a file for each.",
)
def schema(kind: str | None, folder: Path | None) -> None:
    """Print the JSON Schema of a KIND of record, or of all of them by kind."""
    schemas = {name: record_schema(name) for name in RECORD_TYPES}
    if folder is None:
        click.echo(_text(schemas[kind] if kind else schemas))
        return
    if kind:
        raise click.UsageError("--all writes the schemas of all kinds; leave KIND out")
    folder.mkdir(parents=True, exist_ok=True)
    for name, found in schemas.items():
        file = folder / f"{name}.json"
        file.write_text(f"{_text(found)}\n", encoding="utf-8", newline="\n")
        click.echo(file)


def _text(schemas: Mapping[str, Any]) -> str:
    return json.dumps(schemas, ensure_ascii=False, indent=2)
