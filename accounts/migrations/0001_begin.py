"""The people, the gemeenten where they work, and the texts that they have not sent yet."""

import django.db.models.deletion
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from config.migraties import in_een_keer


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mailadres")),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                ("telefoon", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                (
                    "functie",
                    models.CharField(
                        blank=True,
                        help_text="Staat onder besluiten die deze persoon neemt.",
                        max_length=120,
                        verbose_name="functie",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="actief")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "gebruiker",
                "verbose_name_plural": "gebruikers",
                "ordering": ["naam"],
                "indexes": [
                    models.Index(condition=models.Q(("is_active", False)), fields=["id"], name="user_niet_actief")
                ],
                "constraints": [
                    models.UniqueConstraint(django.db.models.functions.text.Lower("email"), name="user_email_uniek")
                ],
            },
        ),
        migrations.CreateModel(
            name="Gemeente",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=4, unique=True, verbose_name="gemeentecode")),
                ("naam", models.CharField(max_length=80, verbose_name="naam")),
                (
                    "woonplaatsen",
                    models.TextField(
                        blank=True,
                        help_text="Eén woonplaats per regel. Een andere woonplaats in een levering geeft een waarschuwing.",
                        verbose_name="woonplaatsen",
                    ),
                ),
                (
                    "college_naam",
                    models.CharField(
                        blank=True,
                        help_text="Zoals het in de brief staat.",
                        max_length=160,
                        verbose_name="naam van het college",
                    ),
                ),
                ("afdeling", models.CharField(blank=True, max_length=120, verbose_name="afdeling of team")),
                (
                    "briefhoofd",
                    models.TextField(
                        blank=True,
                        help_text="Postadres van de afzender, één regel per regel.",
                        verbose_name="briefhoofd",
                    ),
                ),
                ("telefoon", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("logo", models.BinaryField(blank=True, editable=True, null=True, verbose_name="beeldmerk")),
                (
                    "logo_soort",
                    models.CharField(
                        blank=True, choices=[("image/png", "PNG"), ("image/svg+xml", "SVG")], max_length=20
                    ),
                ),
                (
                    "bezwaar_adres",
                    models.TextField(
                        blank=True, help_text="Waar een inwoner bezwaar indient.", verbose_name="adres voor bezwaar"
                    ),
                ),
                (
                    "rechtbank",
                    models.TextField(
                        blank=True,
                        help_text="Naam en postadres, één regel per regel. Nodig voor een besluit op bezwaar (Awb artikel 6:23).",
                        verbose_name="rechtbank voor beroep",
                    ),
                ),
                (
                    "ondertekening",
                    models.CharField(
                        choices=[
                            ("beslisser", "Wie het besluit neemt"),
                            ("vast", "De vaste ondertekenaar hieronder, wie er ook besluit"),
                        ],
                        default="beslisser",
                        help_text="Kiest u de vaste ondertekenaar? Dan staat in de brief ook wie besloot, met welk mandaat. Zonder mandaatregister ondertekent altijd de ondertekenaar hieronder.",
                        max_length=10,
                        verbose_name="wie ondertekent een besluit?",
                    ),
                ),
                (
                    "ondertekenaar_naam",
                    models.CharField(blank=True, max_length=120, verbose_name="naam van de ondertekenaar"),
                ),
                (
                    "ondertekenaar_functie",
                    models.CharField(blank=True, max_length=120, verbose_name="functie van de ondertekenaar"),
                ),
                (
                    "mandaat",
                    models.CharField(
                        blank=True,
                        help_text="Het mandaatbesluit en onderdeel, Awb artikel 10:10.",
                        max_length=200,
                        verbose_name="mandaat",
                    ),
                ),
                (
                    "bezwaar_ondertekenaar_naam",
                    models.CharField(
                        blank=True,
                        help_text="Iemand anders dan de ondertekenaar van de besluiten zelf (Awb artikel 10:3 lid 3).",
                        max_length=120,
                        verbose_name="ondertekenaar van een besluit op bezwaar",
                    ),
                ),
                (
                    "bezwaar_ondertekenaar_functie",
                    models.CharField(blank=True, max_length=120, verbose_name="functie van die ondertekenaar"),
                ),
                (
                    "bezwaar_mandaat",
                    models.CharField(blank=True, max_length=200, verbose_name="mandaat voor een besluit op bezwaar"),
                ),
            ],
            options={
                "verbose_name": "gemeente",
                "verbose_name_plural": "gemeenten",
                "ordering": ["naam"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^\\d{4}$")), name="gemeente_code_vier_cijfers"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("logo__isnull", True), ("logo_soort", "")),
                            models.Q(("logo__isnull", False), models.Q(("logo_soort", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="gemeente_logo_met_soort",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalGemeente",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("code", models.CharField(db_index=True, max_length=4, verbose_name="gemeentecode")),
                ("naam", models.CharField(max_length=80, verbose_name="naam")),
                (
                    "woonplaatsen",
                    models.TextField(
                        blank=True,
                        help_text="Eén woonplaats per regel. Een andere woonplaats in een levering geeft een waarschuwing.",
                        verbose_name="woonplaatsen",
                    ),
                ),
                (
                    "college_naam",
                    models.CharField(
                        blank=True,
                        help_text="Zoals het in de brief staat.",
                        max_length=160,
                        verbose_name="naam van het college",
                    ),
                ),
                ("afdeling", models.CharField(blank=True, max_length=120, verbose_name="afdeling of team")),
                (
                    "briefhoofd",
                    models.TextField(
                        blank=True,
                        help_text="Postadres van de afzender, één regel per regel.",
                        verbose_name="briefhoofd",
                    ),
                ),
                ("telefoon", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "logo_soort",
                    models.CharField(
                        blank=True, choices=[("image/png", "PNG"), ("image/svg+xml", "SVG")], max_length=20
                    ),
                ),
                (
                    "bezwaar_adres",
                    models.TextField(
                        blank=True, help_text="Waar een inwoner bezwaar indient.", verbose_name="adres voor bezwaar"
                    ),
                ),
                (
                    "rechtbank",
                    models.TextField(
                        blank=True,
                        help_text="Naam en postadres, één regel per regel. Nodig voor een besluit op bezwaar (Awb artikel 6:23).",
                        verbose_name="rechtbank voor beroep",
                    ),
                ),
                (
                    "ondertekening",
                    models.CharField(
                        choices=[
                            ("beslisser", "Wie het besluit neemt"),
                            ("vast", "De vaste ondertekenaar hieronder, wie er ook besluit"),
                        ],
                        default="beslisser",
                        help_text="Kiest u de vaste ondertekenaar? Dan staat in de brief ook wie besloot, met welk mandaat. Zonder mandaatregister ondertekent altijd de ondertekenaar hieronder.",
                        max_length=10,
                        verbose_name="wie ondertekent een besluit?",
                    ),
                ),
                (
                    "ondertekenaar_naam",
                    models.CharField(blank=True, max_length=120, verbose_name="naam van de ondertekenaar"),
                ),
                (
                    "ondertekenaar_functie",
                    models.CharField(blank=True, max_length=120, verbose_name="functie van de ondertekenaar"),
                ),
                (
                    "mandaat",
                    models.CharField(
                        blank=True,
                        help_text="Het mandaatbesluit en onderdeel, Awb artikel 10:10.",
                        max_length=200,
                        verbose_name="mandaat",
                    ),
                ),
                (
                    "bezwaar_ondertekenaar_naam",
                    models.CharField(
                        blank=True,
                        help_text="Iemand anders dan de ondertekenaar van de besluiten zelf (Awb artikel 10:3 lid 3).",
                        max_length=120,
                        verbose_name="ondertekenaar van een besluit op bezwaar",
                    ),
                ),
                (
                    "bezwaar_ondertekenaar_functie",
                    models.CharField(blank=True, max_length=120, verbose_name="functie van die ondertekenaar"),
                ),
                (
                    "bezwaar_mandaat",
                    models.CharField(blank=True, max_length=200, verbose_name="mandaat voor een besluit op bezwaar"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
                "verbose_name": "historical gemeente",
                "verbose_name_plural": "historical gemeenten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["history_date", "id"], name="accounts_hi_history_4c82ca_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLidmaatschap",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("consulent", "Consulent"),
                            ("coordinator", "Coördinator"),
                            ("commissielid", "Commissielid"),
                            ("financieel", "Financieel"),
                            ("beheerder", "Beheerder"),
                            ("auditor", "Auditor"),
                            ("externe_hulpverlener", "Externe hulpverlener"),
                        ],
                        max_length=24,
                        verbose_name="rol",
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
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gebruiker",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical lidmaatschap",
                "verbose_name_plural": "historical lidmaatschappen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["history_date", "id"], name="accounts_hi_history_9e1825_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalUser",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("email", models.EmailField(db_index=True, max_length=254, verbose_name="e-mailadres")),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                ("telefoon", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                (
                    "functie",
                    models.CharField(
                        blank=True,
                        help_text="Staat onder besluiten die deze persoon neemt.",
                        max_length=120,
                        verbose_name="functie",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="actief")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
                "verbose_name": "historical gebruiker",
                "verbose_name_plural": "historical gebruikers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["history_date", "id"], name="accounts_hi_history_95900b_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Klad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("pad", models.CharField(max_length=200, verbose_name="formulier")),
                ("sleutel", models.CharField(blank=True, default="", max_length=12, verbose_name="welke keer")),
                ("gegevens", models.JSONField(default=dict, verbose_name="wat er staat")),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kladden",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="van wie",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "kladden",
                "constraints": [models.UniqueConstraint(fields=("user", "pad", "sleutel"), name="klad_een_per_keer")],
            },
        ),
        migrations.CreateModel(
            name="Lidmaatschap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("consulent", "Consulent"),
                            ("coordinator", "Coördinator"),
                            ("commissielid", "Commissielid"),
                            ("financieel", "Financieel"),
                            ("beheerder", "Beheerder"),
                            ("auditor", "Auditor"),
                            ("externe_hulpverlener", "Externe hulpverlener"),
                        ],
                        max_length=24,
                        verbose_name="rol",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lidmaatschappen",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lidmaatschappen",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gebruiker",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "lidmaatschappen",
                "ordering": ["gemeente", "rol"],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "gemeente", "rol"), name="lidmaatschap_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "rol__in",
                                [
                                    "consulent",
                                    "coordinator",
                                    "commissielid",
                                    "financieel",
                                    "beheerder",
                                    "auditor",
                                    "externe_hulpverlener",
                                ],
                            )
                        ),
                        name="lidmaatschap_rol_bekend",
                    ),
                ],
            },
        ),
    ]
    operations = in_een_keer(operations)
