"""`postil schema`: the JSON Schemas of the records, from the model itself."""

import json

import click

from postil.reading.schema import RECORD_TYPES, record_schema


@click.command()
@click.argument("kind", type=click.Choice(list(RECORD_TYPES)), required=False)
def schema(kind: str | None) -> None:
    """Print the JSON Schema of a KIND of record, or of all of them by kind."""
    schemas = record_schema(kind) if kind else {name: record_schema(name) for name in RECORD_TYPES}
    click.echo(json.dumps(schemas, ensure_ascii=False, indent=2))
