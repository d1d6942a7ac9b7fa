"""What all tables share: the schema, the naming of constraints, and the column types."""

from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Integer, MetaData, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column

SCHEMA = "wedge"

Id = Annotated[UUID, mapped_column(primary_key=True)]
Flag = Annotated[bool, mapped_column(server_default=text("false"))]
Created = Annotated[datetime, mapped_column(server_default=text("clock_timestamp()"))]


class Base(DeclarativeBase):
    """Declarative base of schema `wedge`."""

    metadata = MetaData(
        schema=SCHEMA,
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        },
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        int: Integer,
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB,
        list[Any]: JSONB,
    }


BigInt = Annotated[int, mapped_column(BigInteger)]


def text_check(column: str, longest: int = 500) -> CheckConstraint:
    """Not empty and at most `longest` characters."""
    return CheckConstraint(
        f"char_length({column}) <= {longest} AND btrim({column}) <> ''", name=f"{column}_text"
    )


def one_of(column: str, values: type[Any]) -> CheckConstraint:
    """The column holds one of a StrEnum's values."""
    allowed = ", ".join(f"'{member.value}'" for member in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=f"{column}_known")
