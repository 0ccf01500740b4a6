"""The lists out of the gegevensportaal and what was done with them."""

import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

from config.migraties import in_een_keer


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_begin"),
        ("cases", "0002_bewaakt"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(choices=[("levering", "Levering")], max_length=20, verbose_name="soort")),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("voorbeeld", "Voorbeeld"),
                            ("ingelezen", "Ingelezen"),
                            ("niets_nieuws", "Niets nieuws"),
                            ("geweigerd", "Geweigerd"),
                            ("weggelegd", "Weggelegd"),
                        ],
                        max_length=20,
                        verbose_name="stand",
                    ),
                ),
                ("bestandsnaam", models.CharField(max_length=200, verbose_name="bestand")),
                ("sha256", models.CharField(max_length=64)),
                ("inhoud", models.BinaryField(null=True)),
                ("reden", models.TextField(blank=True, verbose_name="waarom geweigerd")),
                ("rijen", models.PositiveIntegerField(default=0)),
                ("nieuw", models.PositiveIntegerField(default=0)),
                ("gewijzigd", models.PositiveIntegerField(default=0)),
                ("ongewijzigd", models.PositiveIntegerField(default=0)),
                ("fouten", models.JSONField(default=list)),
                ("waarschuwingen", models.JSONField(default=list)),
                ("veranderingen", models.JSONField(default=list)),
                ("geupload_op", models.DateTimeField()),
                ("afgerond_op", models.DateTimeField(blank=True, null=True, verbose_name="afgerond op")),
                (
                    "afgerond_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="accounts.gemeente"
                    ),
                ),
                (
                    "geupload_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-geupload_op", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ImportRegel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rijnummer", models.PositiveIntegerField()),
                (
                    "gevolg",
                    models.CharField(
                        choices=[("nieuw", "nieuw"), ("gewijzigd", "gewijzigd"), ("ongewijzigd", "ongewijzigd")],
                        max_length=20,
                    ),
                ),
                ("datum_levering", models.DateField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="importregels", to="cases.dossier"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="regels", to="portal_import.importrun"
                    ),
                ),
            ],
            options={
                "ordering": ["run_id", "rijnummer"],
            },
        ),
        migrations.CreateModel(
            name="Portaalbestand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("levering", "Levering"),
                            ("status", "Statusoverzicht"),
                            ("antwoord", "Antwoordbestand"),
                            ("jaarlijst", "Jaarlijst"),
                        ],
                        max_length=20,
                        verbose_name="wat voor bestand",
                    ),
                ),
                ("geplaatst_op", models.DateField(verbose_name="in het portaal sinds")),
                ("gemeld_op", models.DateTimeField()),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="portaalbestanden",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "gemeld_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "portaalbestanden",
                "ordering": ["geplaatst_op", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="importrun",
            index=models.Index(fields=["gemeente", "-geupload_op"], name="importrun_van_gemeente"),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("inhoud__isnull", False), ("stand", "voorbeeld")),
                    models.Q(models.Q(("stand", "voorbeeld"), _negated=True), ("inhoud__isnull", True)),
                    _connector="OR",
                ),
                name="importrun_bestand_alleen_in_voorbeeld",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("afgerond_door__isnull", True), ("afgerond_op__isnull", True), ("stand", "voorbeeld")),
                    models.Q(models.Q(("stand", "voorbeeld"), _negated=True), ("afgerond_op__isnull", False)),
                    _connector="OR",
                ),
                name="importrun_afgerond_met_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "rijen__gte",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                models.F("nieuw"), "+", models.F("gewijzigd")
                            ),
                            "+",
                            models.F("ongewijzigd"),
                        ),
                    )
                ),
                name="importrun_telt_op",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stand", "geweigerd"), models.Q(("reden", ""), _negated=True)),
                    models.Q(models.Q(("stand", "geweigerd"), _negated=True), ("reden", "")),
                    _connector="OR",
                ),
                name="importrun_geweigerd_met_reden",
            ),
        ),
        migrations.AddIndex(
            model_name="importregel",
            index=models.Index(fields=["dossier", "-datum_levering"], name="importregel_van_dossier"),
        ),
        migrations.AddConstraint(
            model_name="importregel",
            constraint=models.UniqueConstraint(fields=("run", "rijnummer"), name="importregel_uniek"),
        ),
        migrations.AddIndex(
            model_name="portaalbestand",
            index=models.Index(fields=["gemeente", "geplaatst_op"], name="portaalbestand_van_gemeente"),
        ),
        migrations.AddConstraint(
            model_name="portaalbestand",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "soort", "geplaatst_op"), name="portaalbestand_een_per_dag"
            ),
        ),
        migrations.AddConstraint(
            model_name="portaalbestand",
            constraint=models.CheckConstraint(
                condition=models.Q(("soort__in", ["levering", "status", "antwoord", "jaarlijst"])),
                name="portaalbestand_soort_bekend",
            ),
        ),
    ]
    operations = in_een_keer(operations)
