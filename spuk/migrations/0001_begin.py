"""What was spent and what it may cost, for the verantwoording."""

import django.db.models.deletion
import django.db.models.expressions
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import spuk.models
from config.migraties import in_een_keer


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_begin"),
        ("cases", "0002_bewaakt"),
        ("planvanaanpak", "0002_bevroren"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalKostenregel",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "component",
                    models.CharField(
                        choices=[
                            ("A", "A Eerste contact en hulpvragen"),
                            ("B", "B Plan van aanpak"),
                            ("C", "C Voorzieningen"),
                            ("D", "D Nazorg"),
                            ("E", "E Inrichting en coördinatie"),
                            ("E_kind", "E-kind Organisatie kindregeling"),
                            ("F", "F Driegesprek"),
                        ],
                        max_length=10,
                        verbose_name="onderdeel",
                    ),
                ),
                ("datum", models.DateField(verbose_name="factuurdatum")),
                ("omschrijving", models.CharField(max_length=160, verbose_name="omschrijving")),
                ("leverancier", models.CharField(max_length=120, verbose_name="leverancier")),
                ("factuurnummer", models.CharField(max_length=40, verbose_name="factuurnummer")),
                ("netto", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="bedrag zonder btw")),
                ("btw", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="btw")),
                ("bruto", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="bedrag met btw")),
                ("factuur", models.TextField(blank=True, max_length=100, verbose_name="factuur")),
                ("factuur_type", models.CharField(blank=True, max_length=100)),
                ("factuur_extensie", models.CharField(blank=True, max_length=5)),
                ("factuur_sha256", models.CharField(blank=True, max_length=64)),
                ("geboekt_op", models.DateTimeField()),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.dossier",
                    ),
                ),
                (
                    "geboekt_door",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "voorziening",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.voorziening",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical kostenregel",
                "verbose_name_plural": "historical kostenregels",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["history_date", "id"], name="spuk_histor_history_02f98f_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNormbedrag",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("jaar", models.PositiveSmallIntegerField(verbose_name="verantwoordingsjaar")),
                (
                    "component",
                    models.CharField(
                        choices=[
                            ("A", "A Eerste contact en hulpvragen"),
                            ("B", "B Plan van aanpak"),
                            ("C", "C Voorzieningen"),
                            ("D", "D Nazorg"),
                            ("E", "E Inrichting en coördinatie"),
                            ("E_kind", "E-kind Organisatie kindregeling"),
                            ("F", "F Driegesprek"),
                        ],
                        max_length=10,
                        verbose_name="onderdeel",
                    ),
                ),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="bedrag")),
                ("bron", models.CharField(max_length=200, verbose_name="bron")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical normbedrag",
                "verbose_name_plural": "historical normbedragen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["history_date", "id"], name="spuk_histor_history_681030_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSpukKeuze",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "abdf",
                    models.CharField(
                        choices=[("norm", "Normbedragen"), ("werkelijk", "Werkelijke kosten")],
                        max_length=10,
                        verbose_name="A, B, D en F",
                    ),
                ),
                (
                    "e",
                    models.CharField(
                        choices=[("norm", "Normbedragen"), ("werkelijk", "Werkelijke kosten")],
                        max_length=10,
                        verbose_name="E",
                    ),
                ),
                (
                    "switch_abdf",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="overstap A, B, D en F met ingang van"
                    ),
                ),
                (
                    "switch_e",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="overstap E met ingang van"),
                ),
                (
                    "bron",
                    models.CharField(
                        help_text="De verantwoording of het besluit waarin dit staat.",
                        max_length=200,
                        verbose_name="bron",
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical keuze voor de verantwoording",
                "verbose_name_plural": "historical keuzes voor de verantwoording",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["history_date", "id"], name="spuk_histor_history_80d3e9_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTelling",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("jaar", models.PositiveSmallIntegerField(verbose_name="verantwoordingsjaar")),
                ("aantal", models.PositiveIntegerField(verbose_name="aantal (potentieel) gedupeerden")),
                ("peildatum", models.DateField(verbose_name="peildatum")),
                (
                    "bron",
                    models.CharField(
                        help_text="De lijst van UHT of VNG waarin dit staat.", max_length=200, verbose_name="bron"
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical telling",
                "verbose_name_plural": "historical tellingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["history_date", "id"], name="spuk_histor_history_6abaec_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Kostenregel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "component",
                    models.CharField(
                        choices=[
                            ("A", "A Eerste contact en hulpvragen"),
                            ("B", "B Plan van aanpak"),
                            ("C", "C Voorzieningen"),
                            ("D", "D Nazorg"),
                            ("E", "E Inrichting en coördinatie"),
                            ("E_kind", "E-kind Organisatie kindregeling"),
                            ("F", "F Driegesprek"),
                        ],
                        max_length=10,
                        verbose_name="onderdeel",
                    ),
                ),
                ("datum", models.DateField(verbose_name="factuurdatum")),
                ("omschrijving", models.CharField(max_length=160, verbose_name="omschrijving")),
                ("leverancier", models.CharField(max_length=120, verbose_name="leverancier")),
                ("factuurnummer", models.CharField(max_length=40, verbose_name="factuurnummer")),
                ("netto", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="bedrag zonder btw")),
                ("btw", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="btw")),
                ("bruto", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="bedrag met btw")),
                ("factuur", models.FileField(blank=True, upload_to=spuk.models.bewaarplaats, verbose_name="factuur")),
                ("factuur_type", models.CharField(blank=True, max_length=100)),
                ("factuur_extensie", models.CharField(blank=True, max_length=5)),
                ("factuur_sha256", models.CharField(blank=True, max_length=64)),
                ("geboekt_op", models.DateTimeField()),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kostenregels",
                        to="cases.dossier",
                    ),
                ),
                (
                    "geboekt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="kostenregels", to="accounts.gemeente"
                    ),
                ),
                (
                    "voorziening",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kostenregels",
                        to="planvanaanpak.voorziening",
                    ),
                ),
            ],
            options={
                "ordering": ["-datum", "-id"],
                "indexes": [
                    models.Index(fields=["gemeente", "component", "datum"], name="kostenregel_telling"),
                    models.Index(fields=["dossier"], name="kostenregel_van_dossier"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "bruto",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("netto"), "+", models.F("btw")
                                ),
                            )
                        ),
                        name="kostenregel_telt_op",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("btw__gte", 0), ("netto__gte", 0)), name="kostenregel_niet_negatief"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("component", "C"), _negated=True),
                            models.Q(("dossier__isnull", False), ("voorziening__isnull", False)),
                            _connector="OR",
                        ),
                        name="kostenregel_c_op_voorziening",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("factuur", ""), ("factuur_sha256", "")),
                            models.Q(
                                models.Q(("factuur", ""), _negated=True), ("factuur_sha256__regex", "^[0-9a-f]{64}$")
                            ),
                            _connector="OR",
                        ),
                        name="kostenregel_factuur_met_sha256",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "leverancier", "factuurnummer", "omschrijving"),
                        name="kostenregel_niet_dubbel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Normbedrag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jaar", models.PositiveSmallIntegerField(verbose_name="verantwoordingsjaar")),
                (
                    "component",
                    models.CharField(
                        choices=[
                            ("A", "A Eerste contact en hulpvragen"),
                            ("B", "B Plan van aanpak"),
                            ("C", "C Voorzieningen"),
                            ("D", "D Nazorg"),
                            ("E", "E Inrichting en coördinatie"),
                            ("E_kind", "E-kind Organisatie kindregeling"),
                            ("F", "F Driegesprek"),
                        ],
                        max_length=10,
                        verbose_name="onderdeel",
                    ),
                ),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="bedrag")),
                ("bron", models.CharField(max_length=200, verbose_name="bron")),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="normbedragen", to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "normbedragen",
                "ordering": ["jaar", "component"],
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "jaar", "component"), name="normbedrag_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("jaar__gte", 2020), ("jaar__lte", 2029)), name="normbedrag_in_looptijd"
                    ),
                    models.CheckConstraint(condition=models.Q(("bedrag__gt", 0)), name="normbedrag_positief"),
                    models.CheckConstraint(
                        condition=models.Q(("component__in", ["A", "B", "D", "F"])), name="normbedrag_abdf"
                    ),
                    models.CheckConstraint(condition=models.Q(("bron", ""), _negated=True), name="normbedrag_met_bron"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SpukKeuze",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "abdf",
                    models.CharField(
                        choices=[("norm", "Normbedragen"), ("werkelijk", "Werkelijke kosten")],
                        max_length=10,
                        verbose_name="A, B, D en F",
                    ),
                ),
                (
                    "e",
                    models.CharField(
                        choices=[("norm", "Normbedragen"), ("werkelijk", "Werkelijke kosten")],
                        max_length=10,
                        verbose_name="E",
                    ),
                ),
                (
                    "switch_abdf",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="overstap A, B, D en F met ingang van"
                    ),
                ),
                (
                    "switch_e",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="overstap E met ingang van"),
                ),
                (
                    "bron",
                    models.CharField(
                        help_text="De verantwoording of het besluit waarin dit staat.",
                        max_length=200,
                        verbose_name="bron",
                    ),
                ),
                (
                    "gemeente",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="spuk_keuze", to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name": "keuze voor de verantwoording",
                "verbose_name_plural": "keuzes voor de verantwoording",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("bron", ""), _negated=True), name="spukkeuze_met_bron")
                ],
            },
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jaar", models.PositiveSmallIntegerField(verbose_name="verantwoordingsjaar")),
                ("aantal", models.PositiveIntegerField(verbose_name="aantal (potentieel) gedupeerden")),
                ("peildatum", models.DateField(verbose_name="peildatum")),
                (
                    "bron",
                    models.CharField(
                        help_text="De lijst van UHT of VNG waarin dit staat.", max_length=200, verbose_name="bron"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spuk_tellingen",
                        to="accounts.gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "tellingen",
                "ordering": ["jaar", "peildatum"],
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "jaar", "peildatum"), name="telling_uniek"),
                    models.CheckConstraint(condition=models.Q(("bron", ""), _negated=True), name="telling_met_bron"),
                ],
            },
        ),
    ]
    operations = in_een_keer(operations)
