from django.db import migrations, models

from config.migraties import InEenKeer, in_een_keer

MAAK = [migrations.CreateModel(naam, fields=[]) for naam in ("Huis", "Straat")]
VELD = migrations.AddField("Huis", "nummer", models.IntegerField())
INDEX = migrations.AddIndex("Huis", models.Index(fields=["nummer"], name="huis_nummer"))
SQL = migrations.RunSQL("SELECT 1", migrations.RunSQL.noop)


def delen(operations):
    return [deel.operations if isinstance(deel, InEenKeer) else deel for deel in in_een_keer(operations)]


def test_making_goes_in_one_changing_in_another_and_indexes_after():
    assert delen([*MAAK, VELD, VELD, INDEX]) == [MAAK, [VELD, VELD], [INDEX]]


def test_order_stays_and_sql_stands_alone():
    assert delen([VELD, SQL, INDEX, MAAK[0]]) == [[VELD], SQL, [INDEX], [MAAK[0]]]


def test_what_is_done_is_told():
    assert InEenKeer([VELD, INDEX]).describe() == (
        "Add field nummer to Huis; Create index huis_nummer on field(s) nummer of model Huis"
    )
