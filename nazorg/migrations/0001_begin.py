"""The end of the support and the nazorg after it."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from config.migraties import in_een_keer


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0002_bewaakt"),
        ("planvanaanpak", "0002_bevroren"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Beeindiging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("grond", models.CharField(max_length=30, verbose_name="grond")),
                ("grond_tekst", models.CharField(max_length=120, verbose_name="grond in woorden")),
                ("datum", models.DateField(verbose_name="datum van het einde")),
                ("toelichting", models.TextField(verbose_name="toelichting")),
                ("nazorg_gewenst", models.BooleanField(null=True, verbose_name="nazorg gewenst")),
                (
                    "stond_op",
                    models.CharField(
                        choices=[
                            ("aanmelding", "Aanmelding"),
                            ("eerste_gesprek", "Eerste gesprek"),
                            ("plan_van_aanpak", "Plan van aanpak"),
                            ("uitvoering", "Uitvoering"),
                            ("nazorg", "Nazorg"),
                            ("acclimatisatie", "Acclimatisatie"),
                            ("afgesloten", "Afgesloten"),
                            ("geen_recht", "Geen recht"),
                            ("geen_hulp", "Wil nu geen hulp"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="uitvoering",
                        max_length=20,
                        verbose_name="status vóór het einde",
                    ),
                ),
                ("liepen", models.JSONField(blank=True, null=True, verbose_name="termijnen die liepen")),
                (
                    "besluit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beeindiging",
                        to="planvanaanpak.besluit",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="beeindigingen", to="cases.dossier"
                    ),
                ),
                (
                    "herroepen_met",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planvanaanpak.besluit",
                        verbose_name="herroepen met",
                    ),
                ),
                (
                    "herroepen_na",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planvanaanpak.beroep",
                        verbose_name="herroepen na",
                    ),
                ),
            ],
            options={
                "verbose_name": "beëindiging",
                "verbose_name_plural": "beëindigingen",
                "ordering": ["-datum", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Nazorgtraject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start", models.DateField(verbose_name="begin van de nazorg")),
                ("afgesloten_op", models.DateTimeField(blank=True, null=True)),
                ("afsluitreden", models.TextField(blank=True, verbose_name="waarom de nazorg stopt")),
                ("gestopt_op", models.DateField(blank=True, null=True, verbose_name="gestopt op")),
                (
                    "overdracht",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gedaan", "Gedaan"),
                            ("niet nodig", "Niet nodig"),
                            ("niet gewild", "De inwoner wil dit niet"),
                        ],
                        max_length=20,
                        verbose_name="warme overdracht",
                    ),
                ),
                ("overdracht_aan", models.CharField(blank=True, max_length=120, verbose_name="overgedragen aan")),
                (
                    "overdracht_toelichting",
                    models.CharField(blank=True, max_length=300, verbose_name="toelichting op de overdracht"),
                ),
                (
                    "afgesloten_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="nazorg", to="cases.dossier"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "nazorgtrajecten",
            },
        ),
        migrations.CreateModel(
            name="Nazorgcontact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("volgnummer", models.PositiveSmallIntegerField(verbose_name="volgnummer")),
                ("gepland_op", models.DateField(verbose_name="uiterlijk op")),
                ("gehouden_op", models.DateField(blank=True, null=True, verbose_name="gehouden op")),
                (
                    "kanaal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("telefoon", "Telefoon"),
                            ("e-mail", "E-mail"),
                            ("brief", "Brief"),
                            ("huisbezoek", "Huisbezoek"),
                            ("kantoor", "Op kantoor"),
                            ("online", "Online"),
                        ],
                        max_length=20,
                        verbose_name="hoe",
                    ),
                ),
                ("verslag", models.TextField(blank=True, verbose_name="hoe het gaat")),
                ("terugval", models.BooleanField(default=False, verbose_name="er is terugval")),
                (
                    "gehouden_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contacten", to="nazorg.nazorgtraject"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "nazorgcontacten",
                "ordering": ["volgnummer"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalNazorgcontact",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("volgnummer", models.PositiveSmallIntegerField(verbose_name="volgnummer")),
                ("gepland_op", models.DateField(verbose_name="uiterlijk op")),
                ("gehouden_op", models.DateField(blank=True, null=True, verbose_name="gehouden op")),
                (
                    "kanaal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("telefoon", "Telefoon"),
                            ("e-mail", "E-mail"),
                            ("brief", "Brief"),
                            ("huisbezoek", "Huisbezoek"),
                            ("kantoor", "Op kantoor"),
                            ("online", "Online"),
                        ],
                        max_length=20,
                        verbose_name="hoe",
                    ),
                ),
                ("verslag", models.TextField(blank=True, verbose_name="hoe het gaat")),
                ("terugval", models.BooleanField(default=False, verbose_name="er is terugval")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "gehouden_door",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="nazorg.nazorgtraject",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical nazorgcontact",
                "verbose_name_plural": "historical nazorgcontacten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Acclimatisatie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("datum_gemeld", models.DateField(verbose_name="dag waarop de gemeente het hoorde")),
                (
                    "stond_op",
                    models.CharField(
                        choices=[
                            ("aanmelding", "Aanmelding"),
                            ("eerste_gesprek", "Eerste gesprek"),
                            ("plan_van_aanpak", "Plan van aanpak"),
                            ("uitvoering", "Uitvoering"),
                            ("nazorg", "Nazorg"),
                            ("acclimatisatie", "Acclimatisatie"),
                            ("afgesloten", "Afgesloten"),
                            ("geen_recht", "Geen recht"),
                            ("geen_hulp", "Wil nu geen hulp"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="uitvoering",
                        max_length=20,
                        verbose_name="status ervoor",
                    ),
                ),
                ("liepen", models.JSONField(blank=True, null=True, verbose_name="termijnen die liepen")),
                ("hervat_op", models.DateTimeField(blank=True, null=True, verbose_name="ondersteuning hervat op")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="acclimatisatie", to="cases.dossier"
                    ),
                ),
                (
                    "hervat_door",
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
                "verbose_name_plural": "acclimatisaties",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hervat_door__isnull", True), ("hervat_op__isnull", True)),
                            models.Q(("hervat_door__isnull", False), ("hervat_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="acclimatisatie_hervat_op_en_door",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Eindgrond",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("grond", models.CharField(max_length=30, verbose_name="grond")),
                ("grond_tekst", models.CharField(max_length=120, verbose_name="grond in woorden")),
                ("datum", models.DateField(verbose_name="dag waarop de grond ontstond")),
                ("bron", models.CharField(max_length=120, verbose_name="van wie of waaruit")),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("uitgenodigd_op", models.DateField(blank=True, null=True, verbose_name="uitgenodigd op")),
                ("eindgesprek_op", models.DateField(blank=True, null=True, verbose_name="eindgesprek gehouden op")),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                (
                    "beeindiging",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="eindgrond",
                        to="nazorg.beeindiging",
                        verbose_name="beëindiging",
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="eindgronden", to="cases.dossier"
                    ),
                ),
                (
                    "eindgesprek_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ingetrokken_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "uitgenodigd_door",
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
                "verbose_name_plural": "eindgronden",
                "ordering": ["-datum", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ingetrokken_door__isnull", True),
                                ("ingetrokken_op__isnull", True),
                                ("ingetrokken_reden", ""),
                            ),
                            models.Q(
                                ("ingetrokken_door__isnull", False),
                                ("ingetrokken_op__isnull", False),
                                models.Q(("ingetrokken_reden", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="eindgrond_ingetrokken_met_reden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("grond", ""), _negated=True), models.Q(("bron", ""), _negated=True)
                        ),
                        name="eindgrond_met_bron",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("uitgenodigd_door__isnull", True), ("uitgenodigd_op__isnull", True)),
                            models.Q(("uitgenodigd_door__isnull", False), ("uitgenodigd_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="eindgrond_uitgenodigd_op_en_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("eindgesprek_door__isnull", True), ("eindgesprek_op__isnull", True)),
                            models.Q(
                                ("eindgesprek_door__isnull", False),
                                ("eindgesprek_op__isnull", False),
                                models.Q(("verslag", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="eindgrond_eindgesprek_op_en_door",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("beeindiging__isnull", True), ("ingetrokken_op__isnull", True)),
                        fields=("dossier",),
                        name="eindgrond_een_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalEindgrond",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("grond", models.CharField(max_length=30, verbose_name="grond")),
                ("grond_tekst", models.CharField(max_length=120, verbose_name="grond in woorden")),
                ("datum", models.DateField(verbose_name="dag waarop de grond ontstond")),
                ("bron", models.CharField(max_length=120, verbose_name="van wie of waaruit")),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("uitgenodigd_op", models.DateField(blank=True, null=True, verbose_name="uitgenodigd op")),
                ("eindgesprek_op", models.DateField(blank=True, null=True, verbose_name="eindgesprek gehouden op")),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "beeindiging",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="nazorg.beeindiging",
                        verbose_name="beëindiging",
                    ),
                ),
                (
                    "door",
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
                    "eindgesprek_door",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ingetrokken_door",
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
                    "uitgenodigd_door",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical eindgrond",
                "verbose_name_plural": "historical eindgronden",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["history_date", "id"], name="nazorg_hist_history_5573a5_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNazorgtraject",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("start", models.DateField(verbose_name="begin van de nazorg")),
                ("afgesloten_op", models.DateTimeField(blank=True, null=True)),
                ("afsluitreden", models.TextField(blank=True, verbose_name="waarom de nazorg stopt")),
                ("gestopt_op", models.DateField(blank=True, null=True, verbose_name="gestopt op")),
                (
                    "overdracht",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gedaan", "Gedaan"),
                            ("niet nodig", "Niet nodig"),
                            ("niet gewild", "De inwoner wil dit niet"),
                        ],
                        max_length=20,
                        verbose_name="warme overdracht",
                    ),
                ),
                ("overdracht_aan", models.CharField(blank=True, max_length=120, verbose_name="overgedragen aan")),
                (
                    "overdracht_toelichting",
                    models.CharField(blank=True, max_length=300, verbose_name="toelichting op de overdracht"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "afgesloten_door",
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
                "verbose_name": "historical nazorgtraject",
                "verbose_name_plural": "historical nazorgtrajecten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["history_date", "id"], name="nazorg_hist_history_2a5413_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name="nazorgtraject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("afgesloten_door__isnull", True), ("afgesloten_op__isnull", True)),
                    models.Q(("afgesloten_door__isnull", False), ("afgesloten_op__isnull", False)),
                    _connector="OR",
                ),
                name="nazorgtraject_afgesloten_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="nazorgtraject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("afgesloten_op__isnull", True), ("afsluitreden", "")),
                    models.Q(("afgesloten_op__isnull", False), models.Q(("afsluitreden", ""), _negated=True)),
                    _connector="OR",
                ),
                name="nazorgtraject_afgesloten_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="nazorgtraject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gestopt_op__isnull", True), ("overdracht", "")),
                    models.Q(
                        ("afgesloten_op__isnull", False),
                        ("gestopt_op__isnull", False),
                        models.Q(("overdracht", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="nazorgtraject_gestopt_met_overdracht",
            ),
        ),
        migrations.AddConstraint(
            model_name="nazorgcontact",
            constraint=models.UniqueConstraint(fields=("traject", "volgnummer"), name="nazorgcontact_uniek"),
        ),
        migrations.AddConstraint(
            model_name="nazorgcontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gehouden_door__isnull", True), ("gehouden_op__isnull", True)),
                    models.Q(("gehouden_door__isnull", False), ("gehouden_op__isnull", False)),
                    _connector="OR",
                ),
                name="nazorgcontact_gehouden_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="nazorgcontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("gehouden_op__isnull", True), models.Q(("kanaal", ""), _negated=True), _connector="OR"
                ),
                name="nazorgcontact_gehouden_met_kanaal",
            ),
        ),
        migrations.AddIndex(
            model_name="historicalnazorgcontact",
            index=models.Index(fields=["history_date", "id"], name="nazorg_hist_history_7c6dba_idx"),
        ),
    ]
    operations = in_een_keer(operations)
