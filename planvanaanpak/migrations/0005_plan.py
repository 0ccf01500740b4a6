"""Plans in versions, with doelen in steps, fasen, and doelstellingen that change only for new facts."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from config.migraties import in_een_keer

VOORUIT = """
CREATE FUNCTION planversie_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Een versie van een plan verandert niet.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER planversie_bevroren BEFORE UPDATE OR DELETE ON planvanaanpak_planversie
    FOR EACH ROW EXECUTE FUNCTION planversie_bevroren();
"""
TERUG = """
DROP TRIGGER planversie_bevroren ON planvanaanpak_planversie;
DROP FUNCTION planversie_bevroren();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_spoed_en_afronding"),
        ("planvanaanpak", "0004_bezwaar"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Doelstap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wat", models.CharField(max_length=300, verbose_name="wat")),
                ("wie", models.CharField(max_length=120, verbose_name="wie doet dit")),
                ("datum_uiterlijk", models.DateField(blank=True, null=True, verbose_name="uiterlijk")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("bezig", "Bezig"),
                            ("behaald", "Behaald"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("datum_behaald", models.DateField(blank=True, null=True, verbose_name="klaar op")),
                ("reden_vervallen", models.TextField(blank=True, verbose_name="waarom de stap vervalt")),
            ],
            options={
                "verbose_name": "stap naar een doel",
                "verbose_name_plural": "stappen naar een doel",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalDoelstap",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("wat", models.CharField(max_length=300, verbose_name="wat")),
                ("wie", models.CharField(max_length=120, verbose_name="wie doet dit")),
                ("datum_uiterlijk", models.DateField(blank=True, null=True, verbose_name="uiterlijk")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("bezig", "Bezig"),
                            ("behaald", "Behaald"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("datum_behaald", models.DateField(blank=True, null=True, verbose_name="klaar op")),
                ("reden_vervallen", models.TextField(blank=True, verbose_name="waarom de stap vervalt")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical stap naar een doel",
                "verbose_name_plural": "historical stappen naar een doel",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlanfase",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("nummer", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("naam", models.CharField(max_length=200, verbose_name="fase")),
                ("datum_evaluatie", models.DateField(blank=True, null=True, verbose_name="evaluatie gepland op")),
                ("datum_geevalueerd", models.DateField(blank=True, null=True, verbose_name="geëvalueerd op")),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("doorgaan", "Het plan blijft zoals het is"),
                            ("aanpassen", "Het plan wordt aangepast"),
                            ("klaar", "Deze fase is klaar"),
                        ],
                        max_length=10,
                        verbose_name="uitkomst",
                    ),
                ),
                ("toelichting", models.TextField(blank=True, verbose_name="wat is besproken")),
                ("geevalueerd_op", models.DateTimeField(blank=True, null=True)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical fase van een plan",
                "verbose_name_plural": "historical fasen van een plan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Planfase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("naam", models.CharField(max_length=200, verbose_name="fase")),
                ("datum_evaluatie", models.DateField(blank=True, null=True, verbose_name="evaluatie gepland op")),
                ("datum_geevalueerd", models.DateField(blank=True, null=True, verbose_name="geëvalueerd op")),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("doorgaan", "Het plan blijft zoals het is"),
                            ("aanpassen", "Het plan wordt aangepast"),
                            ("klaar", "Deze fase is klaar"),
                        ],
                        max_length=10,
                        verbose_name="uitkomst",
                    ),
                ),
                ("toelichting", models.TextField(blank=True, verbose_name="wat is besproken")),
                ("geevalueerd_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "fase van een plan",
                "verbose_name_plural": "fasen van een plan",
                "ordering": ["nummer"],
            },
        ),
        migrations.CreateModel(
            name="Planversie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveSmallIntegerField(verbose_name="versie")),
                (
                    "versiesoort",
                    models.CharField(
                        choices=[
                            ("vaststelling", "Plan vastgesteld"),
                            ("hoofdlijnen", "Plan op hoofdlijnen vastgesteld"),
                            ("acuut", "Acuut plan vastgesteld"),
                            ("addendum", "Plan aangevuld"),
                            ("herziening", "Plan herzien"),
                            ("tussentijds", "Tussentijds bewaard"),
                        ],
                        max_length=20,
                        verbose_name="soort versie",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("volledig", "Volledig"), ("hoofdlijnen", "Op hoofdlijnen"), ("acuut", "Acuut")],
                        max_length=20,
                        verbose_name="soort plan",
                    ),
                ),
                ("reden", models.TextField(blank=True, verbose_name="waarom")),
                ("inhoud", models.JSONField(verbose_name="wat erin staat")),
                ("vastgelegd_op", models.DateTimeField()),
            ],
            options={
                "verbose_name": "versie van een plan",
                "verbose_name_plural": "versies van een plan",
                "ordering": ["nummer"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="doel",
            name="doel_een_per_leefgebied",
        ),
        migrations.AddField(
            model_name="doel",
            name="gezinslid",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.gezinslid",
                verbose_name="voor wie",
            ),
        ),
        migrations.AddField(
            model_name="doel",
            name="reden_toegevoegd",
            field=models.TextField(blank=True, verbose_name="waarom het doel erbij kwam"),
        ),
        migrations.AddField(
            model_name="doel",
            name="toegevoegd_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="doel",
            name="toegevoegd_op",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicaldoel",
            name="gezinslid",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="cases.gezinslid",
                verbose_name="voor wie",
            ),
        ),
        migrations.AddField(
            model_name="historicaldoel",
            name="reden_toegevoegd",
            field=models.TextField(blank=True, verbose_name="waarom het doel erbij kwam"),
        ),
        migrations.AddField(
            model_name="historicaldoel",
            name="toegevoegd_door",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicaldoel",
            name="toegevoegd_op",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicalplanleefgebied",
            name="doelstelling_anders",
            field=models.CharField(blank=True, max_length=200, verbose_name="gewijzigde doelstelling"),
        ),
        migrations.AddField(
            model_name="historicalplanleefgebied",
            name="doelstelling_door",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalplanleefgebied",
            name="doelstelling_op",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicalplanleefgebied",
            name="doelstelling_reden",
            field=models.TextField(blank=True, verbose_name="nieuwe feiten of omstandigheden"),
        ),
        migrations.AddField(
            model_name="historicalplanleefgebied",
            name="weggelaten",
            field=models.CharField(blank=True, max_length=200, verbose_name="waarom dit leefgebied niet nodig is"),
        ),
        migrations.AddField(
            model_name="historicalplanvanaanpak",
            name="soort",
            field=models.CharField(
                choices=[("volledig", "Volledig"), ("hoofdlijnen", "Op hoofdlijnen"), ("acuut", "Acuut")],
                default="volledig",
                max_length=20,
                verbose_name="soort plan",
            ),
        ),
        migrations.AddField(
            model_name="planleefgebied",
            name="doelstelling_anders",
            field=models.CharField(blank=True, max_length=200, verbose_name="gewijzigde doelstelling"),
        ),
        migrations.AddField(
            model_name="planleefgebied",
            name="doelstelling_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="planleefgebied",
            name="doelstelling_op",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="planleefgebied",
            name="doelstelling_reden",
            field=models.TextField(blank=True, verbose_name="nieuwe feiten of omstandigheden"),
        ),
        migrations.AddField(
            model_name="planleefgebied",
            name="weggelaten",
            field=models.CharField(blank=True, max_length=200, verbose_name="waarom dit leefgebied niet nodig is"),
        ),
        migrations.AddField(
            model_name="planvanaanpak",
            name="soort",
            field=models.CharField(
                choices=[("volledig", "Volledig"), ("hoofdlijnen", "Op hoofdlijnen"), ("acuut", "Acuut")],
                default="volledig",
                max_length=20,
                verbose_name="soort plan",
            ),
        ),
        migrations.AlterField(
            model_name="doel",
            name="status",
            field=models.CharField(
                choices=[("open", "Open"), ("bezig", "Bezig"), ("behaald", "Behaald"), ("vervallen", "Vervallen")],
                default="open",
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldoel",
            name="status",
            field=models.CharField(
                choices=[("open", "Open"), ("bezig", "Bezig"), ("behaald", "Behaald"), ("vervallen", "Vervallen")],
                default="open",
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AddConstraint(
            model_name="doel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("toegevoegd_door__isnull", True), ("toegevoegd_op__isnull", True)),
                    models.Q(
                        ("toegevoegd_door__isnull", False),
                        ("toegevoegd_op__isnull", False),
                        models.Q(("reden_toegevoegd", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="doel_toegevoegd_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="planleefgebied",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("doelstelling_door__isnull", True),
                        ("doelstelling_op__isnull", True),
                        ("doelstelling_reden", ""),
                    ),
                    models.Q(
                        ("doelstelling_door__isnull", False),
                        ("doelstelling_op__isnull", False),
                        models.Q(("doelstelling_reden", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="planleefgebied_doelstelling_op_en_door",
            ),
        ),
        migrations.AddField(
            model_name="doelstap",
            name="doel",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="stappen", to="planvanaanpak.doel"
            ),
        ),
        migrations.AddField(
            model_name="historicaldoelstap",
            name="doel",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="planvanaanpak.doel",
            ),
        ),
        migrations.AddField(
            model_name="historicaldoelstap",
            name="history_user",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="historicalplanfase",
            name="geevalueerd_door",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalplanfase",
            name="history_user",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="historicalplanfase",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="planvanaanpak.planvanaanpak",
            ),
        ),
        migrations.AddField(
            model_name="planfase",
            name="geevalueerd_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="planfase",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="fasen", to="planvanaanpak.planvanaanpak"
            ),
        ),
        migrations.AddField(
            model_name="planversie",
            name="besluit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="planversies",
                to="planvanaanpak.besluit",
            ),
        ),
        migrations.AddField(
            model_name="planversie",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="versies", to="planvanaanpak.planvanaanpak"
            ),
        ),
        migrations.AddField(
            model_name="planversie",
            name="vastgelegd_door",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="doelstap",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("wat", ""), _negated=True), models.Q(("wie", ""), _negated=True)),
                name="doelstap_wat_en_wie",
            ),
        ),
        migrations.AddConstraint(
            model_name="doelstap",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("datum_behaald__isnull", False), ("status", "behaald")),
                    models.Q(models.Q(("status", "behaald"), _negated=True), ("datum_behaald__isnull", True)),
                    _connector="OR",
                ),
                name="doelstap_behaald_met_datum",
            ),
        ),
        migrations.AddConstraint(
            model_name="doelstap",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "vervallen"), _negated=True),
                    models.Q(("reden_vervallen", ""), _negated=True),
                    _connector="OR",
                ),
                name="doelstap_vervallen_met_reden",
            ),
        ),
        migrations.AddIndex(
            model_name="historicaldoelstap",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_d4373e_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalplanfase",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_f1c1fa_idx"),
        ),
        migrations.AddConstraint(
            model_name="planfase",
            constraint=models.UniqueConstraint(fields=("plan", "nummer"), name="planfase_uniek"),
        ),
        migrations.AddConstraint(
            model_name="planfase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("datum_geevalueerd__isnull", True),
                        ("geevalueerd_door__isnull", True),
                        ("geevalueerd_op__isnull", True),
                        ("toelichting", ""),
                        ("uitkomst", ""),
                    ),
                    models.Q(
                        ("datum_geevalueerd__isnull", False),
                        ("geevalueerd_door__isnull", False),
                        ("geevalueerd_op__isnull", False),
                        models.Q(("uitkomst", ""), _negated=True),
                        models.Q(("toelichting", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="planfase_geevalueerd_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversie",
            constraint=models.UniqueConstraint(fields=("plan", "nummer"), name="planversie_uniek"),
        ),
        migrations.AddConstraint(
            model_name="planversie",
            constraint=models.CheckConstraint(
                condition=models.Q(("besluit__isnull", False), models.Q(("reden", ""), _negated=True), _connector="OR"),
                name="planversie_met_besluit_of_reden",
            ),
        ),
        migrations.RunSQL(VOORUIT, TERUG),
    ]
    operations = in_een_keer(operations)
