"""A normbedrag that was filled in by hand held for every gemeente; now each gemeente has its own row.

What was in use stays in use: every gemeente gets a copy, which says in its history who filled it in and when. A year
outside the regeling was never used and is left behind. The history of the shared rows stays as it was.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Q

JAREN = (2020, 2029)


def verdeel(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give every gemeente its copy of each shared row."""
    db = schema_editor.connection.alias
    normbedrag = apps.get_model("spuk", "Normbedrag").objects.using(db)
    versie = apps.get_model("spuk", "HistoricalNormbedrag").objects.using(db)
    gemeenten = list(apps.get_model("accounts", "Gemeente").objects.using(db).order_by("pk"))
    for rij in list(normbedrag.filter(gemeente=None)):
        laatste = versie.filter(id=rij.pk).order_by("-history_id").first()
        wat = {"jaar": rij.jaar, "component": rij.component, "bedrag": rij.bedrag, "bron": rij.bron}
        rij.delete()
        if not JAREN[0] <= rij.jaar <= JAREN[1]:
            continue
        for gemeente in gemeenten:
            eigen = normbedrag.create(gemeente=gemeente, **wat)
            if laatste is not None:
                versie.create(
                    id=eigen.pk,
                    gemeente=gemeente,
                    **wat,
                    history_type="+",
                    history_date=laatste.history_date,
                    history_user=laatste.history_user,
                    history_change_reason=laatste.history_change_reason,
                )
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def deel_weer(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Keep one row per year and component, for all: that of the gemeente that was there first."""
    normbedrag = apps.get_model("spuk", "Normbedrag").objects.using(schema_editor.connection.alias)
    gezien = set()
    for rij in list(normbedrag.order_by("gemeente", "jaar", "component")):
        if (rij.jaar, rij.component) in gezien:
            rij.delete()
        gezien.add((rij.jaar, rij.component))
    normbedrag.update(gemeente=None)
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_ondertekening"),
        ("spuk", "0001_begin"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="normbedrag", name="normbedrag_uniek"),
        migrations.AddField(
            model_name="historicalnormbedrag",
            name="gemeente",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="accounts.gemeente",
            ),
        ),
        migrations.AddField(
            model_name="normbedrag",
            name="gemeente",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="normbedragen",
                to="accounts.gemeente",
            ),
        ),
        migrations.RunPython(verdeel, deel_weer),
        migrations.AlterField(
            model_name="normbedrag",
            name="gemeente",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="normbedragen", to="accounts.gemeente"
            ),
        ),
        migrations.AddConstraint(
            model_name="normbedrag",
            constraint=models.UniqueConstraint(fields=("gemeente", "jaar", "component"), name="normbedrag_uniek"),
        ),
        migrations.AddConstraint(
            model_name="normbedrag",
            constraint=models.CheckConstraint(
                condition=Q(jaar__gte=JAREN[0], jaar__lte=JAREN[1]), name="normbedrag_in_looptijd"
            ),
        ),
    ]
