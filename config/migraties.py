"""Migrate quickly: Django builds all models anew after every operation that changes one, a few hundred times."""

from collections.abc import Sequence
from itertools import groupby

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import CreateModel, IndexOperation, ModelOperation
from django.db.migrations.state import ProjectState


class InEenKeer(Operation):
    """Do operations one by one in the database, between the models as they are before all of them and after.

    So the models are built once for all. Fit for operations that do not build on each other: none changes a field or
    a constraint that another one makes.
    """

    reduces_to_sql = True

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # the built models; left in place, each operation would build them anew
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "; ".join(operation.describe() for operation in self.operations)


def _soort(operation: Operation) -> str:
    """Tell what may go in one: making models, changing models that are there before, or their constraints and indexes.

    Those last on their own: to go back, the fields they are about must still be there.
    """
    if isinstance(operation, CreateModel):
        return "maken"
    if isinstance(operation, IndexOperation):
        return "bewaken"
    return "wijzigen" if isinstance(operation, ModelOperation | FieldOperation) else "los"


def in_een_keer(operations: Sequence[Operation]) -> list[Operation]:
    """Group operations that follow each other; SQL, data and extensions stay on their own."""
    uit: list[Operation] = []
    for soort, leden in groupby(operations, key=_soort):
        groep = list(leden)
        uit += groep if soort == "los" else [InEenKeer(groep)]
    return uit
