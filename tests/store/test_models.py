from datetime import UTC
from pathlib import Path

from convonote.store.exporting import stream
from convonote.store.models import TABLES
from convonote.store.opening import open_base, present


def test_models_and_the_schema_name_the_same_columns(path: Path) -> None:
    base = open_base(path, clock=present, zone=UTC, create=True)
    with base.reading():
        for name, model in TABLES.items():
            columns = {
                column: (kind, bool(required) or bool(key))
                for _, column, kind, required, _, key in base.rows(f"PRAGMA table_info({name})")
            }
            fields = {
                field.column_name: (
                    "TEXT" if field.field_type == "TEXT" else "INTEGER",
                    not field.null,
                )
                for field in model._meta.sorted_fields
            }
            assert fields == columns, name
    base.close()


def test_models_and_the_schema_agree_on_what_is_unset(path: Path) -> None:
    base = open_base(path, clock=present, zone=UTC, create=True)
    with base.reading():
        for name, model in TABLES.items():
            for _, column, _, _, default, _ in base.rows(f"PRAGMA table_info({name})"):
                field = model._meta.columns[column]
                expected = None if default is None else default.strip("'")
                given = None if field.default is None else str(field.default)
                assert given == expected, (name, column)
    base.close()


def test_every_table_is_in_an_export_or_known_to_be_left_out(path: Path) -> None:
    base = open_base(path, clock=present, zone=UTC, create=True)
    with base.reading():
        sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN (?, ?)"
        tables = [name for (name,) in base.rows(sql, ("table", "virtual"))]
    base.close()
    expected = sorted([*stream.TABLES, *stream.WITH_OTHERS, *stream.LEFT_OUT])
    assert sorted(name for name in tables if not name.startswith("sqlite_")) == expected


def test_every_column_is_in_an_export_or_known_to_be_left_out(path: Path) -> None:
    base = open_base(path, clock=present, zone=UTC, create=True)
    computed = {
        "address": {"folded"},
        "conversation": {
            "exchanges", "last_at", "channels", "people", "spoke", "waits", "folded_to", "section",
            "turn", "rank", "order_at", "until", "changes_at",
        },
        "exchange": {"sorted_at", "search_id", "tokens"},
    }  # fmt: skip
    with base.reading():
        for table, columns in stream.TABLES.items():
            stored = {name for _, name, *_ in base.rows(f"PRAGMA table_info({table})")}
            written = {column.name for column in columns}
            assert stored - written - {"id"} == computed.get(table, set()), table
    base.close()
