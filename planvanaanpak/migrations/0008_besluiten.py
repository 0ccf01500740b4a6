"""Herziening, intrekking and buiten behandeling; the trail of sending, post that came back, and electronic post.

The day a letter left may now be corrected, but only to what the latest line of the trail says, from what it was.
"""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from config.migraties import in_een_keer

BEVROREN = """
CREATE OR REPLACE FUNCTION besluit_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'Een besluit kan niet worden verwijderd.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF TG_TABLE_NAME = 'planvanaanpak_besluit' THEN
        IF ({voorwaarde})
            AND (to_jsonb(OLD) - 'verzonden_op' - 'verzonden_door_id')
              = (to_jsonb(NEW) - 'verzonden_op' - 'verzonden_door_id') THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'Een vastgesteld besluit verandert niet.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""
EEN_KEER = "OLD.verzonden_op IS NULL"
NA_CORRECTIE = """OLD.verzonden_op IS NULL OR (
            NEW.verzonden_door_id = OLD.verzonden_door_id AND EXISTS (
                SELECT 1 FROM planvanaanpak_verzending AS v
                WHERE v.id = (SELECT max(w.id) FROM planvanaanpak_verzending AS w WHERE w.besluit_id = OLD.id AND w.telt)
                    AND v.was = OLD.verzonden_op AND v.datum = NEW.verzonden_op))"""
TRAIL = """
CREATE TRIGGER verzending_bevroren BEFORE UPDATE OR DELETE ON planvanaanpak_verzending
    FOR EACH ROW EXECUTE FUNCTION besluit_bevroren();
"""
TRAIL_TERUG = "DROP TRIGGER verzending_bevroren ON planvanaanpak_verzending;"
# Letters that left before there was a trail went by post; the event says when that was noted.
OUDE_VERZENDINGEN = """
INSERT INTO planvanaanpak_verzending
    (besluit_id, gebeurtenis, datum, telt, wijze, reden, vastgelegd_op, vastgelegd_door_id)
SELECT b.id, 'eerste', b.verzonden_op, TRUE, 'post', '',
    COALESCE(
        (SELECT max(e.at) FROM cases_dossierevent AS e WHERE e.dossier_id = b.dossier_id
            AND e.soort = 'besluit_verzonden' AND e.gegevens ->> 'besluit' = b.nummer),
        b.verzonden_op::timestamptz),
    b.verzonden_door_id
FROM planvanaanpak_besluit AS b
WHERE b.verzonden_op IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM planvanaanpak_verzending AS v WHERE v.besluit_id = b.id)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_gemeente_bezwaar"),
        ("cases", "0013_spoed_en_afronding"),
        ("planvanaanpak", "0007_commissie"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Berichttoestemming",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "soort",
                    models.CharField(
                        choices=[("besluit", "Besluiten over de ondersteuning"), ("bezwaar", "Besluiten op bezwaar")],
                        max_length=20,
                        verbose_name="welke berichten",
                    ),
                ),
                ("gegeven_op", models.DateField(verbose_name="gegeven op")),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("gesprek", "In een gesprek"),
                            ("formulier", "Met een formulier"),
                            ("brief", "Per brief"),
                            ("e-mail", "Per e-mail"),
                        ],
                        max_length=20,
                        verbose_name="hoe gegeven",
                    ),
                ),
                ("adres", models.EmailField(max_length=254, verbose_name="e-mailadres of account")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="geldt niet meer vanaf")),
                ("vastgelegd_op", models.DateTimeField()),
            ],
            options={
                "verbose_name": "toestemming voor elektronische post",
                "verbose_name_plural": "toestemmingen voor elektronische post",
                "ordering": ["soort", "-gegeven_op", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalBerichttoestemming",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "soort",
                    models.CharField(
                        choices=[("besluit", "Besluiten over de ondersteuning"), ("bezwaar", "Besluiten op bezwaar")],
                        max_length=20,
                        verbose_name="welke berichten",
                    ),
                ),
                ("gegeven_op", models.DateField(verbose_name="gegeven op")),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("gesprek", "In een gesprek"),
                            ("formulier", "Met een formulier"),
                            ("brief", "Per brief"),
                            ("e-mail", "Per e-mail"),
                        ],
                        max_length=20,
                        verbose_name="hoe gegeven",
                    ),
                ),
                ("adres", models.EmailField(max_length=254, verbose_name="e-mailadres of account")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="geldt niet meer vanaf")),
                ("vastgelegd_op", models.DateTimeField()),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical toestemming voor elektronische post",
                "verbose_name_plural": "historical toestemmingen voor elektronische post",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRetourpost",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum", models.DateField(verbose_name="teruggekomen op")),
                (
                    "reden",
                    models.CharField(
                        choices=[
                            ("adres", "Het adres klopte niet"),
                            ("niet_opgehaald", "Het adres klopt: niet opgehaald of geweigerd"),
                            ("niet_bezorgd", "Het elektronische bericht is niet bezorgd"),
                        ],
                        max_length=20,
                        verbose_name="waarom kwam de brief terug",
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("vastgelegd_op", models.DateTimeField()),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical teruggekomen brief",
                "verbose_name_plural": "historical teruggekomen brieven",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Retourpost",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum", models.DateField(verbose_name="teruggekomen op")),
                (
                    "reden",
                    models.CharField(
                        choices=[
                            ("adres", "Het adres klopte niet"),
                            ("niet_opgehaald", "Het adres klopt: niet opgehaald of geweigerd"),
                            ("niet_bezorgd", "Het elektronische bericht is niet bezorgd"),
                        ],
                        max_length=20,
                        verbose_name="waarom kwam de brief terug",
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("vastgelegd_op", models.DateTimeField()),
            ],
            options={
                "verbose_name": "teruggekomen brief",
                "verbose_name_plural": "teruggekomen brieven",
                "ordering": ["-datum", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Verzending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "gebeurtenis",
                    models.CharField(
                        choices=[
                            ("eerste", "Verzonden"),
                            ("correctie", "Datum verbeterd"),
                            ("opnieuw", "Opnieuw verzonden"),
                        ],
                        max_length=20,
                        verbose_name="wat er gebeurde",
                    ),
                ),
                ("datum", models.DateField(verbose_name="verzonden op")),
                ("was", models.DateField(blank=True, null=True, verbose_name="eerder vastgelegde dag")),
                ("telt", models.BooleanField(default=True, verbose_name="de termijn begint op deze dag")),
                (
                    "wijze",
                    models.CharField(
                        choices=[
                            ("post", "Met de post"),
                            ("elektronisch", "Elektronisch"),
                            ("uitgereikt", "Zelf gegeven aan de inwoner"),
                        ],
                        max_length=20,
                        verbose_name="hoe verzonden",
                    ),
                ),
                ("reden", models.CharField(blank=True, max_length=300, verbose_name="waarom")),
                ("vastgelegd_op", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "verzendingen",
                "ordering": ["id"],
            },
        ),
        migrations.AlterModelOptions(
            name="bijsluiter",
            options={"ordering": ["-id"], "verbose_name_plural": "bijsluiters"},
        ),
        migrations.AddField(
            model_name="besluit",
            name="gaat_over",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="gewijzigd_met",
                to="planvanaanpak.besluit",
                verbose_name="herziet of trekt in",
            ),
        ),
        migrations.AddField(
            model_name="besluit",
            name="ingang",
            field=models.DateField(blank=True, null=True, verbose_name="geldt vanaf"),
        ),
        migrations.AlterField(
            model_name="besluit",
            name="soort",
            field=models.CharField(
                choices=[
                    ("toekenning", "Toekenning"),
                    ("addendum", "Addendum"),
                    ("herziening", "Herziening"),
                    ("afwijzing", "Afwijzing"),
                    ("buiten_behandeling", "Buiten behandeling"),
                    ("beeindiging", "Beëindiging"),
                    ("intrekking", "Intrekking"),
                    ("besluit_op_bezwaar", "Besluit op bezwaar"),
                ],
                max_length=20,
                verbose_name="soort",
            ),
        ),
        migrations.AlterField(
            model_name="bijsluiter",
            name="besluit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="bijsluiters", to="planvanaanpak.besluit"
            ),
        ),
        migrations.AlterField(
            model_name="historicalvoorziening",
            name="status",
            field=models.CharField(
                choices=[
                    ("voorstel", "Voorstel"),
                    ("toegekend", "Toegekend"),
                    ("afgewezen", "Afgewezen"),
                    ("vervallen", "Vervallen"),
                ],
                default="voorstel",
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="voorziening",
            name="status",
            field=models.CharField(
                choices=[
                    ("voorstel", "Voorstel"),
                    ("toegekend", "Toegekend"),
                    ("afgewezen", "Afgewezen"),
                    ("vervallen", "Vervallen"),
                ],
                default="voorstel",
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("gaat_over__isnull", False),
                        ("ingang__isnull", False),
                        ("soort__in", ("herziening", "intrekking")),
                    ),
                    models.Q(
                        models.Q(("soort__in", ("herziening", "intrekking")), _negated=True),
                        ("gaat_over__isnull", True),
                        ("ingang__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="besluit_gaat_over_een_ander",
            ),
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("soort", "intrekking")), fields=("gaat_over",), name="besluit_een_keer_ingetrokken"
            ),
        ),
        migrations.AddField(
            model_name="berichttoestemming",
            name="document",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.document",
                verbose_name="bewijs",
            ),
        ),
        migrations.AddField(
            model_name="berichttoestemming",
            name="ingetrokken_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="berichttoestemming",
            name="persoon",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="berichttoestemmingen", to="cases.persoon"
            ),
        ),
        migrations.AddField(
            model_name="berichttoestemming",
            name="vastgelegd_door",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="historicalberichttoestemming",
            name="document",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="cases.document",
                verbose_name="bewijs",
            ),
        ),
        migrations.AddField(
            model_name="historicalberichttoestemming",
            name="history_user",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="historicalberichttoestemming",
            name="ingetrokken_door",
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
            model_name="historicalberichttoestemming",
            name="persoon",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="cases.persoon",
            ),
        ),
        migrations.AddField(
            model_name="historicalberichttoestemming",
            name="vastgelegd_door",
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
            model_name="historicalretourpost",
            name="besluit",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="planvanaanpak.besluit",
            ),
        ),
        migrations.AddField(
            model_name="historicalretourpost",
            name="history_user",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="historicalretourpost",
            name="ingetrokken_door",
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
            model_name="historicalretourpost",
            name="taak",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="cases.taak",
                verbose_name="taak om opnieuw te versturen",
            ),
        ),
        migrations.AddField(
            model_name="historicalretourpost",
            name="vastgelegd_door",
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
            model_name="retourpost",
            name="besluit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="retouren", to="planvanaanpak.besluit"
            ),
        ),
        migrations.AddField(
            model_name="retourpost",
            name="ingetrokken_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="retourpost",
            name="taak",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.taak",
                verbose_name="taak om opnieuw te versturen",
            ),
        ),
        migrations.AddField(
            model_name="retourpost",
            name="vastgelegd_door",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="verzending",
            name="besluit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="verzendingen", to="planvanaanpak.besluit"
            ),
        ),
        migrations.AddField(
            model_name="verzending",
            name="retour",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="opnieuw",
                to="planvanaanpak.retourpost",
                verbose_name="na teruggekomen brief",
            ),
        ),
        migrations.AddField(
            model_name="verzending",
            name="toestemming",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="verzendingen",
                to="planvanaanpak.berichttoestemming",
            ),
        ),
        migrations.AddField(
            model_name="verzending",
            name="vastgelegd_door",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="berichttoestemming",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ingetrokken_door__isnull", True), ("ingetrokken_op__isnull", True), ("ingetrokken_reden", "")
                    ),
                    models.Q(
                        ("ingetrokken_door__isnull", False),
                        ("ingetrokken_op__isnull", False),
                        models.Q(("ingetrokken_reden", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="berichttoestemming_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="berichttoestemming",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ingetrokken_op__isnull", True), ("tot__isnull", True)),
                    models.Q(("ingetrokken_op__isnull", False), ("tot__isnull", False)),
                    _connector="OR",
                ),
                name="berichttoestemming_tot_bij_intrekken",
            ),
        ),
        migrations.AddConstraint(
            model_name="berichttoestemming",
            constraint=models.CheckConstraint(
                condition=models.Q(("tot__isnull", True), ("tot__gte", models.F("gegeven_op")), _connector="OR"),
                name="berichttoestemming_tot_na_gegeven",
            ),
        ),
        migrations.AddConstraint(
            model_name="berichttoestemming",
            constraint=models.UniqueConstraint(
                condition=models.Q(("tot__isnull", True)),
                fields=("persoon", "soort"),
                name="berichttoestemming_een_per_soort",
            ),
        ),
        migrations.AddIndex(
            model_name="historicalberichttoestemming",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_557660_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalretourpost",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_0e77b2_idx"),
        ),
        migrations.AddConstraint(
            model_name="retourpost",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ingetrokken_door__isnull", True), ("ingetrokken_op__isnull", True), ("ingetrokken_reden", "")
                    ),
                    models.Q(
                        ("ingetrokken_door__isnull", False),
                        ("ingetrokken_op__isnull", False),
                        models.Q(("ingetrokken_reden", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="retourpost_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="verzending",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gebeurtenis", "eerste")), fields=("besluit",), name="verzending_een_eerste"
            ),
        ),
        migrations.AddConstraint(
            model_name="verzending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gebeurtenis", "eerste"), ("telt", True), ("was__isnull", True)),
                    models.Q(models.Q(("gebeurtenis", "eerste"), _negated=True), ("was__isnull", False)),
                    _connector="OR",
                ),
                name="verzending_was",
            ),
        ),
        migrations.AddConstraint(
            model_name="verzending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gebeurtenis", "correctie"), _negated=True),
                    models.Q(("telt", True), models.Q(("reden", ""), _negated=True)),
                    _connector="OR",
                ),
                name="verzending_correctie_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="verzending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gebeurtenis", "opnieuw"), ("retour__isnull", False)),
                    models.Q(models.Q(("gebeurtenis", "opnieuw"), _negated=True), ("retour__isnull", True)),
                    _connector="OR",
                ),
                name="verzending_opnieuw_na_retour",
            ),
        ),
        migrations.AddConstraint(
            model_name="verzending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("toestemming__isnull", False), ("wijze", "elektronisch")),
                    models.Q(models.Q(("wijze", "elektronisch"), _negated=True), ("toestemming__isnull", True)),
                    _connector="OR",
                ),
                name="verzending_elektronisch_met_toestemming",
            ),
        ),
        migrations.AddField(
            model_name="historicalvoorziening",
            name="herzien_met",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="planvanaanpak.besluit",
                verbose_name="herzien met",
            ),
        ),
        migrations.AddField(
            model_name="voorziening",
            name="herzien_met",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="herziene",
                to="planvanaanpak.besluit",
                verbose_name="herzien met",
            ),
        ),
        migrations.RunSQL(BEVROREN.format(voorwaarde=NA_CORRECTIE), BEVROREN.format(voorwaarde=EEN_KEER)),
        migrations.RunSQL(TRAIL, TRAIL_TERUG),
        migrations.RunSQL(OUDE_VERZENDINGEN, migrations.RunSQL.noop),
    ]
    operations = in_een_keer(operations)
