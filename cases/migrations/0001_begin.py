"""The dossier and all that hangs under it; the extensions and the function that searching needs come first."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import simple_history.models
from django.conf import settings
from django.contrib.postgres.operations import (
    BtreeGinExtension,
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations, models

import cases.models.document
import cases.models.uitstel
import cases.zoeken
import config.zoektekst
from config.migraties import in_een_keer

# unaccent() follows a dictionary that somebody could change, so PostgreSQL does not take it for an index. With the
# dictionary named it always gives the same, which this function says. Each word stands after a space, so that the
# start of a word can be looked for.
ZOEKTEKST = r"""
CREATE FUNCTION zoektekst(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
    SELECT ' ' || regexp_replace(
        lower(public.unaccent('public.unaccent'::regdictionary, lower($1))), '[^a-z0-9]+', ' ', 'g'
    )
$$
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        BtreeGinExtension(),
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(ZOEKTEKST, "DROP FUNCTION zoektekst(text)"),
        migrations.CreateModel(
            name="Agendaadres",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel_sha256", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField(verbose_name="gemaakt op")),
                ("gebruikt_op", models.DateTimeField(blank=True, null=True, verbose_name="laatst opgehaald")),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agendaadres",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="van wie",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "agendaadressen",
            },
        ),
        migrations.CreateModel(
            name="Beleid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "profiel",
                    models.CharField(
                        choices=[("vng_2025", "VNG-handreiking 2025"), ("tiel_2025", "Tiel 2025")],
                        max_length=20,
                        verbose_name="profiel",
                    ),
                ),
                ("geldig_vanaf", models.DateField(verbose_name="geldig vanaf")),
                (
                    "bron",
                    models.CharField(
                        help_text="Het besluit of de bekendmaking waarin dit staat.",
                        max_length=200,
                        verbose_name="bron",
                    ),
                ),
                ("afwijkingen", models.JSONField(blank=True, default=dict, verbose_name="afwijkingen van het profiel")),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="beleid", to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "beleid",
                "ordering": ["gemeente", "-geldig_vanaf"],
            },
        ),
        migrations.CreateModel(
            name="Bewaking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="dag")),
                ("begonnen_op", models.DateTimeField()),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
                ("dossiers", models.PositiveIntegerField(default=0)),
                ("nieuw", models.PositiveIntegerField(default=0)),
                ("gewijzigd", models.PositiveIntegerField(default=0)),
                ("signalen", models.PositiveIntegerField(default=0)),
                ("overgangen", models.PositiveIntegerField(default=0)),
                ("duur_s", models.FloatField(default=0)),
                ("fout", models.TextField(blank=True)),
                ("digests", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "bewakingen",
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Brieftekst",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(max_length=40, verbose_name="soort brief")),
                ("versie", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="versie")),
                ("blokken", models.JSONField(default=dict, verbose_name="teksten")),
                ("bewaard_op", models.DateTimeField()),
                ("gepubliceerd_op", models.DateTimeField(blank=True, null=True)),
                (
                    "bewaard_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="briefteksten", to="accounts.gemeente"
                    ),
                ),
                (
                    "gepubliceerd_door",
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
                "verbose_name_plural": "briefteksten",
                "ordering": ["soort", "-versie"],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.CharField(max_length=20, unique=True, verbose_name="dossiernummer")),
                (
                    "doelgroep",
                    models.CharField(
                        choices=[
                            ("aanvrager", "Aanvrager"),
                            ("ex-toeslagpartner", "Ex-toeslagpartner"),
                            ("kind", "Kind"),
                            ("nabestaande", "Nabestaande"),
                        ],
                        max_length=20,
                        verbose_name="doelgroep",
                    ),
                ),
                (
                    "status",
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
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "uht_status",
                    models.CharField(
                        choices=[
                            ("aangemeld", "Aangemeld"),
                            ("eerste toets", "Eerste toets gedaan"),
                            ("erkend", "Erkend"),
                            ("recht op kindregeling", "Recht op kindregeling"),
                            ("niet erkend", "Niet erkend"),
                            ("zelf afgemeld", "Zelf afgemeld"),
                        ],
                        max_length=24,
                        verbose_name="status bij UHT",
                    ),
                ),
                (
                    "aanmeldroute",
                    models.CharField(
                        choices=[
                            ("portaal", "Gegevensportaal"),
                            ("telefoon", "Telefoon"),
                            ("balie", "Balie"),
                            ("e-mail", "E-mail"),
                            ("brief", "Brief"),
                            ("collega", "Een collega"),
                        ],
                        max_length=20,
                        verbose_name="aanmeldroute",
                    ),
                ),
                ("datum_aanmelding", models.DateField(verbose_name="datum aanmelding")),
                ("datum_eerste_contact", models.DateField(blank=True, null=True, verbose_name="datum eerste contact")),
                ("datum_eerste_gesprek", models.DateField(blank=True, null=True, verbose_name="datum eerste gesprek")),
                (
                    "datum_tegemoetkoming",
                    models.DateField(blank=True, null=True, verbose_name="datum beschikking tegemoetkoming"),
                ),
                (
                    "rang",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "Gewoon"), (1, "Voorrang"), (2, "Acuut")], default=0, verbose_name="rang"
                    ),
                ),
                (
                    "acuut",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("woningontruiming", "Ontruiming van de woning"),
                            ("afsluiting", "Afsluiting van gas, elektra, stadsverwarming of water"),
                            ("zorgverzekering", "Einde van de zorgverzekering"),
                            ("psychisch", "Ernstig belemmerende psychische omstandigheden"),
                            ("andere crisis", "Een andere acute crisis"),
                        ],
                        max_length=20,
                        verbose_name="bedreigende situatie",
                    ),
                ),
                (
                    "acuut_toelichting",
                    models.CharField(blank=True, max_length=300, verbose_name="toelichting op de situatie"),
                ),
                ("acuut_op", models.DateTimeField(blank=True, null=True)),
                ("voorrang_reden", models.CharField(blank=True, max_length=300, verbose_name="reden van voorrang")),
                ("voorrang_op", models.DateTimeField(blank=True, null=True)),
                (
                    "leefgebieden",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("wonen", "Wonen"),
                                ("financien", "Financiën"),
                                ("gezin", "Gezin"),
                                ("werk", "Werk"),
                                ("zorg", "Zorg"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        editable=False,
                        size=None,
                        verbose_name="leefgebieden",
                    ),
                ),
                ("deelt_gezin", models.BooleanField(default=False, editable=False, verbose_name="deelt het gezin")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "acuut_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "beleid",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.beleid",
                        verbose_name="beleid van de start",
                    ),
                ),
                (
                    "casusregisseur",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="casusregisseur",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "voorrang_door",
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
                "ordering": ["-datum_aanmelding", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("akkoord", "Bewijs van akkoord"),
                            ("factuur", "Factuur"),
                            ("identiteit", "Identiteitsbewijs"),
                            ("verslag", "Verslag"),
                            ("brief", "Brief"),
                            ("overig", "Overig"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("onderwerp", models.CharField(max_length=120, verbose_name="onderwerp")),
                ("datum", models.DateField(verbose_name="datum van het document")),
                (
                    "bewijs_van",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("akkoord", "Akkoord met het plan"),
                            ("kosten", "Kosten"),
                            ("verificatie", "Verificatie bij UHT"),
                            ("identiteit", "Identiteit"),
                        ],
                        max_length=20,
                        verbose_name="bewijs van",
                    ),
                ),
                ("bestand", models.FileField(upload_to=cases.models.document.bewaarplaats, verbose_name="bestand")),
                ("bestandstype", models.CharField(max_length=100)),
                ("extensie", models.CharField(max_length=5)),
                ("grootte", models.PositiveBigIntegerField(verbose_name="grootte in bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("toegevoegd_op", models.DateTimeField()),
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
                    "toegevoegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vervangt",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opvolger",
                        to="cases.document",
                        verbose_name="vervangt",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="documenten", to="cases.dossier"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "documenten",
                "ordering": ["-datum", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Controlepunt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("woonplaats", "Woonplaats"),
                            ("portaal", "Gegevens uit het portaal"),
                            ("dubbel", "Misschien dubbel"),
                            ("niet erkend", "Misschien niet erkend"),
                            ("eerste gesprek", "Twee eerste gesprekken"),
                            ("wil hulp", "Wil de inwoner hulp"),
                            ("uht", "Status bij UHT"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("tekst", models.TextField(verbose_name="wat u controleert")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("afgehandeld_op", models.DateTimeField(blank=True, null=True)),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="wat u vond")),
                (
                    "afgehandeld_door",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="controlepunten", to="cases.dossier"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "controlepunten",
                "ordering": ["created_at"],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum", models.DateField(verbose_name="datum")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("telefoon", "Telefoon"),
                            ("e-mail", "E-mail"),
                            ("brief", "Brief"),
                            ("huisbezoek", "Huisbezoek"),
                            ("kantoor", "Op kantoor"),
                            ("online", "Online"),
                        ],
                        max_length=20,
                        verbose_name="kanaal",
                    ),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("gesproken", "Gesproken"),
                            ("geen gehoor", "Geen gehoor"),
                            ("bericht achtergelaten", "Bericht achtergelaten"),
                            ("schriftelijk antwoord", "Schriftelijk antwoord"),
                            ("vertegenwoordiger bereikt", "Vertegenwoordiger bereikt"),
                            ("iemand anders bereikt", "Iemand anders bereikt"),
                        ],
                        max_length=30,
                        verbose_name="uitkomst",
                    ),
                ),
                (
                    "met",
                    models.CharField(
                        blank=True, help_text="Leeg: de inwoner zelf.", max_length=120, verbose_name="met wie"
                    ),
                ),
                ("tekst", models.TextField(blank=True, verbose_name="waar het over ging")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contacten", to="cases.dossier"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "contacten",
                "ordering": ["-datum", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Betrokkene",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("gemachtigde", "Gemachtigde"),
                            ("bewindvoerder", "Bewindvoerder"),
                            ("curator", "Curator"),
                            ("mentor", "Mentor"),
                            ("advocaat", "Advocaat"),
                            ("ervaringsdeskundige", "Ervaringsdeskundige"),
                            ("hulpverlener", "Hulpverlener"),
                            ("school", "School"),
                            ("zaakbehandelaar uht", "Persoonlijk zaakbehandelaar van UHT"),
                            ("familie", "Familie of naaste"),
                            ("anders", "Iemand anders"),
                        ],
                        max_length=20,
                        verbose_name="rol",
                    ),
                ),
                ("naam", models.CharField(max_length=160, verbose_name="naam")),
                ("organisatie", models.CharField(blank=True, max_length=120, verbose_name="organisatie")),
                ("telefoon", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("email", models.CharField(blank=True, max_length=254, verbose_name="e-mailadres")),
                (
                    "adres",
                    models.TextField(
                        blank=True, help_text="Zoals op een envelop, één regel per regel.", verbose_name="postadres"
                    ),
                ),
                ("krijgt_post", models.BooleanField(default=False, verbose_name="krijgt de brieven")),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="betrokkenen", to="cases.dossier"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "betrokkenen",
                "ordering": ["rol", "naam", "id"],
            },
        ),
        migrations.CreateModel(
            name="Aanmelding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "wil_ondersteuning",
                    models.CharField(
                        choices=[
                            ("onbekend", "Nog niet bekend"),
                            ("ja", "Ja"),
                            ("later", "Nu niet, misschien later"),
                            ("nee", "Nee"),
                        ],
                        default="onbekend",
                        max_length=20,
                        verbose_name="wil ondersteuning",
                    ),
                ),
                (
                    "grondslag",
                    models.CharField(
                        choices=[
                            ("wht 2.21", "Vraagt zelf om hulp (Wht artikel 2.21)"),
                            ("wht 6.12", "UHT deelde de gegevens (Wht artikel 6.12 lid 12 en 13)"),
                        ],
                        max_length=20,
                        verbose_name="grondslag",
                    ),
                ),
                (
                    "toestemming_navraag",
                    models.DateField(
                        blank=True,
                        help_text="Leeg: niet gegeven.",
                        null=True,
                        verbose_name="toestemming voor navraag bij UHT gegeven op",
                    ),
                ),
                ("ingezetene", models.BooleanField(default=True, verbose_name="woont in deze gemeente")),
                (
                    "uitzondering",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("verhuizing", "Verhuizing"),
                            ("detentie", "Detentie"),
                            ("anders", "Andere bijzondere omstandigheden"),
                        ],
                        max_length=20,
                        verbose_name="waarom deze gemeente toch helpt",
                    ),
                ),
                ("overleg_met", models.CharField(blank=True, max_length=120, verbose_name="overlegd met gemeente")),
                ("overleg_datum", models.DateField(blank=True, null=True, verbose_name="overlegd op")),
                (
                    "datum_beschikking",
                    models.DateField(blank=True, null=True, verbose_name="datum van de beschikking van UHT"),
                ),
                ("overleden_naam", models.CharField(blank=True, max_length=160, verbose_name="naam van de overledene")),
                (
                    "overleden_geboortedatum",
                    models.CharField(blank=True, max_length=10, verbose_name="geboortedatum van de overledene"),
                ),
                ("overleden_op", models.DateField(blank=True, null=True, verbose_name="datum van overlijden")),
                (
                    "overleden_relatie",
                    models.CharField(blank=True, max_length=80, verbose_name="relatie met de overledene"),
                ),
                ("toelichting", models.TextField(blank=True, verbose_name="toelichting")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="aanmelding", to="cases.dossier"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "aanmeldingen",
            },
        ),
        migrations.CreateModel(
            name="DossierEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(max_length=40)),
                ("at", models.DateTimeField(verbose_name="moment")),
                ("tekst", models.TextField(verbose_name="wat er gebeurde")),
                ("reden", models.TextField(blank=True, verbose_name="reden")),
                ("gegevens", models.JSONField(blank=True, default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="events", to="cases.dossier"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="DossierIntrekking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status_voor",
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
                        max_length=20,
                        verbose_name="status ervoor",
                    ),
                ),
                ("reden", models.CharField(max_length=300, verbose_name="reden")),
                ("ingetrokken_op", models.DateTimeField()),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="intrekking", to="cases.dossier"
                    ),
                ),
                (
                    "ingetrokken_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "samengevoegd_met",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="samengevoegde",
                        to="cases.dossier",
                        verbose_name="samengevoegd met",
                    ),
                ),
            ],
            options={
                "verbose_name": "intrekking van een dossier",
                "verbose_name_plural": "intrekkingen van dossiers",
            },
        ),
        migrations.CreateModel(
            name="Driegesprek",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum", models.DateField(verbose_name="datum")),
                ("aanvrager", models.CharField(max_length=120, verbose_name="wie vroeg erom")),
                ("plaats", models.CharField(max_length=120, verbose_name="plaats")),
                (
                    "derde",
                    models.CharField(
                        choices=[
                            ("uht", "UHT"),
                            ("aangewezen derde", "Derde die de minister aanwees"),
                            ("geen", "Niemand van UHT of een aangewezen derde"),
                        ],
                        max_length=20,
                        verbose_name="wie was de derde",
                    ),
                ),
                ("deelnemers", models.TextField(verbose_name="deelnemers")),
                ("onderwerpen", models.TextField(verbose_name="onderwerpen")),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="driegesprekken", to="cases.dossier"
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
            ],
            options={
                "verbose_name_plural": "driegesprekken",
                "ordering": ["-datum", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Feestdag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("datum", models.DateField(unique=True, verbose_name="datum")),
                ("naam", models.CharField(max_length=80, verbose_name="naam")),
                (
                    "bron",
                    models.CharField(help_text="Het besluit in de Staatscourant.", max_length=200, verbose_name="bron"),
                ),
            ],
            options={
                "verbose_name_plural": "feestdagen",
                "ordering": ["datum"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("bron", ""), _negated=True), name="feestdag_met_bron")
                ],
            },
        ),
        migrations.CreateModel(
            name="Gesprek",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum", models.DateField(verbose_name="datum")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("telefoon", "Telefoon"),
                            ("e-mail", "E-mail"),
                            ("brief", "Brief"),
                            ("huisbezoek", "Huisbezoek"),
                            ("kantoor", "Op kantoor"),
                            ("online", "Online"),
                        ],
                        max_length=20,
                        verbose_name="waar",
                    ),
                ),
                ("aanwezig", models.CharField(blank=True, max_length=300, verbose_name="wie erbij waren")),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                ("is_eerste_gesprek", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="gesprekken", to="cases.dossier"
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
            ],
            options={
                "verbose_name_plural": "gesprekken",
                "ordering": ["-datum", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Afspraak",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("eerste gesprek", "Eerste gesprek"),
                            ("gesprek", "Gesprek"),
                            ("driegesprek", "Driegesprek"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("datum", models.DateField(verbose_name="datum")),
                ("tijd", models.TimeField(blank=True, null=True, verbose_name="tijd")),
                (
                    "kanaal",
                    models.CharField(
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
                ("plaats", models.CharField(blank=True, max_length=120, verbose_name="plaats")),
                ("met", models.CharField(blank=True, max_length=300, verbose_name="wie komen er")),
                ("toelichting", models.TextField(blank=True, verbose_name="wat u voorbereidt")),
                ("herinneren_op", models.DateField(blank=True, null=True, verbose_name="herinneren op")),
                (
                    "status",
                    models.CharField(
                        choices=[("gepland", "Gepland"), ("gehouden", "Gehouden"), ("afgezegd", "Afgezegd")],
                        default="gepland",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="afspraken", to="cases.dossier"
                    ),
                ),
                (
                    "gesprek",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="afspraak",
                        to="cases.gesprek",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "afspraken",
                "ordering": ["datum", "tijd", "id"],
            },
        ),
        migrations.CreateModel(
            name="Gezin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "vastgelegd_op",
                    models.DateTimeField(blank=True, null=True, verbose_name="samenstelling vastgelegd op"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
                    ),
                ),
                (
                    "vastgelegd_door",
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
                "verbose_name_plural": "gezinnen",
            },
        ),
        migrations.AddField(
            model_name="dossier",
            name="gezin",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="dossiers", to="cases.gezin"
            ),
        ),
        migrations.CreateModel(
            name="Gezinslid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("naam", models.CharField(max_length=160, verbose_name="naam")),
                ("geboortedatum", models.CharField(blank=True, max_length=10, verbose_name="geboortedatum")),
                (
                    "relatie",
                    models.CharField(
                        choices=[
                            ("partner", "Partner"),
                            ("kind", "Kind"),
                            ("pleegkind", "Pleegkind"),
                            ("ouder", "Ouder"),
                            ("anders", "Anders"),
                        ],
                        max_length=20,
                        verbose_name="relatie tot de inwoner",
                    ),
                ),
                (
                    "bij_aanvraag",
                    models.BooleanField(default=True, verbose_name="hoorde bij het gezin op de dag van de aanvraag"),
                ),
                ("vanaf", models.DateField(blank=True, null=True, verbose_name="erbij gekomen op")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="laatste dag bij het gezin")),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "gezin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="leden", to="cases.gezin"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "gezinsleden",
                "ordering": ["geboortedatum", "naam", "id"],
            },
        ),
        migrations.CreateModel(
            name="Hardheidsbesluit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("regel", models.CharField(max_length=40, verbose_name="termijn die voorbij is")),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("wet", "Wet hersteloperatie toeslagen, artikel 9.1 lid 2 onder d"),
                            ("beleid", "De hardheidsclausule van het beleid van de gemeente"),
                        ],
                        max_length=20,
                        verbose_name="grond",
                    ),
                ),
                ("waarvoor", models.CharField(max_length=200, verbose_name="waarvoor")),
                ("motivering", models.TextField(verbose_name="motivering")),
                ("besloten_op", models.DateField(verbose_name="besloten op")),
                ("besluit", models.CharField(blank=True, max_length=40, verbose_name="gebruikt in besluit")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "besloten_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="besloten door",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hardheidsbesluiten",
                        to="cases.dossier",
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
            ],
            options={
                "verbose_name_plural": "hardheidsbesluiten",
                "ordering": ["-besloten_op", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalAanmelding",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "wil_ondersteuning",
                    models.CharField(
                        choices=[
                            ("onbekend", "Nog niet bekend"),
                            ("ja", "Ja"),
                            ("later", "Nu niet, misschien later"),
                            ("nee", "Nee"),
                        ],
                        default="onbekend",
                        max_length=20,
                        verbose_name="wil ondersteuning",
                    ),
                ),
                (
                    "grondslag",
                    models.CharField(
                        choices=[
                            ("wht 2.21", "Vraagt zelf om hulp (Wht artikel 2.21)"),
                            ("wht 6.12", "UHT deelde de gegevens (Wht artikel 6.12 lid 12 en 13)"),
                        ],
                        max_length=20,
                        verbose_name="grondslag",
                    ),
                ),
                (
                    "toestemming_navraag",
                    models.DateField(
                        blank=True,
                        help_text="Leeg: niet gegeven.",
                        null=True,
                        verbose_name="toestemming voor navraag bij UHT gegeven op",
                    ),
                ),
                ("ingezetene", models.BooleanField(default=True, verbose_name="woont in deze gemeente")),
                (
                    "uitzondering",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("verhuizing", "Verhuizing"),
                            ("detentie", "Detentie"),
                            ("anders", "Andere bijzondere omstandigheden"),
                        ],
                        max_length=20,
                        verbose_name="waarom deze gemeente toch helpt",
                    ),
                ),
                ("overleg_met", models.CharField(blank=True, max_length=120, verbose_name="overlegd met gemeente")),
                ("overleg_datum", models.DateField(blank=True, null=True, verbose_name="overlegd op")),
                (
                    "datum_beschikking",
                    models.DateField(blank=True, null=True, verbose_name="datum van de beschikking van UHT"),
                ),
                ("overleden_naam", models.CharField(blank=True, max_length=160, verbose_name="naam van de overledene")),
                (
                    "overleden_geboortedatum",
                    models.CharField(blank=True, max_length=10, verbose_name="geboortedatum van de overledene"),
                ),
                ("overleden_op", models.DateField(blank=True, null=True, verbose_name="datum van overlijden")),
                (
                    "overleden_relatie",
                    models.CharField(blank=True, max_length=80, verbose_name="relatie met de overledene"),
                ),
                ("toelichting", models.TextField(blank=True, verbose_name="toelichting")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
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
                "verbose_name": "historical aanmelding",
                "verbose_name_plural": "historical aanmeldingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAfronding",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("regel", models.CharField(max_length=40, verbose_name="termijn")),
                ("sleutel", models.CharField(max_length=20, verbose_name="waarover")),
                ("datum", models.DateField(verbose_name="gedaan op")),
                ("afgerond_op", models.DateTimeField()),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "afgerond_door",
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
            ],
            options={
                "verbose_name": "historical afronding",
                "verbose_name_plural": "historical afrondingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAfspraak",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("eerste gesprek", "Eerste gesprek"),
                            ("gesprek", "Gesprek"),
                            ("driegesprek", "Driegesprek"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("datum", models.DateField(verbose_name="datum")),
                ("tijd", models.TimeField(blank=True, null=True, verbose_name="tijd")),
                (
                    "kanaal",
                    models.CharField(
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
                ("plaats", models.CharField(blank=True, max_length=120, verbose_name="plaats")),
                ("met", models.CharField(blank=True, max_length=300, verbose_name="wie komen er")),
                ("toelichting", models.TextField(blank=True, verbose_name="wat u voorbereidt")),
                ("herinneren_op", models.DateField(blank=True, null=True, verbose_name="herinneren op")),
                (
                    "status",
                    models.CharField(
                        choices=[("gepland", "Gepland"), ("gehouden", "Gehouden"), ("afgezegd", "Afgezegd")],
                        default="gepland",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
                    "gesprek",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.gesprek",
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
                "verbose_name": "historical afspraak",
                "verbose_name_plural": "historical afspraken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAfwezigheid",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("vanaf", models.DateField(verbose_name="eerste dag")),
                ("tot", models.DateField(verbose_name="laatste dag")),
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
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie",
                    ),
                ),
                (
                    "vervanger",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vervanger",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical afwezigheid",
                "verbose_name_plural": "historical afwezigheden",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBeleid",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "profiel",
                    models.CharField(
                        choices=[("vng_2025", "VNG-handreiking 2025"), ("tiel_2025", "Tiel 2025")],
                        max_length=20,
                        verbose_name="profiel",
                    ),
                ),
                ("geldig_vanaf", models.DateField(verbose_name="geldig vanaf")),
                (
                    "bron",
                    models.CharField(
                        help_text="Het besluit of de bekendmaking waarin dit staat.",
                        max_length=200,
                        verbose_name="bron",
                    ),
                ),
                ("afwijkingen", models.JSONField(blank=True, default=dict, verbose_name="afwijkingen van het profiel")),
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
                "verbose_name": "historical beleid",
                "verbose_name_plural": "historical beleid",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBetrokkene",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("gemachtigde", "Gemachtigde"),
                            ("bewindvoerder", "Bewindvoerder"),
                            ("curator", "Curator"),
                            ("mentor", "Mentor"),
                            ("advocaat", "Advocaat"),
                            ("ervaringsdeskundige", "Ervaringsdeskundige"),
                            ("hulpverlener", "Hulpverlener"),
                            ("school", "School"),
                            ("zaakbehandelaar uht", "Persoonlijk zaakbehandelaar van UHT"),
                            ("familie", "Familie of naaste"),
                            ("anders", "Iemand anders"),
                        ],
                        max_length=20,
                        verbose_name="rol",
                    ),
                ),
                ("naam", models.CharField(max_length=160, verbose_name="naam")),
                ("organisatie", models.CharField(blank=True, max_length=120, verbose_name="organisatie")),
                ("telefoon", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("email", models.CharField(blank=True, max_length=254, verbose_name="e-mailadres")),
                (
                    "adres",
                    models.TextField(
                        blank=True, help_text="Zoals op een envelop, één regel per regel.", verbose_name="postadres"
                    ),
                ),
                ("krijgt_post", models.BooleanField(default=False, verbose_name="krijgt de brieven")),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
            ],
            options={
                "verbose_name": "historical betrokkene",
                "verbose_name_plural": "historical betrokkenen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalContact",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum", models.DateField(verbose_name="datum")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("telefoon", "Telefoon"),
                            ("e-mail", "E-mail"),
                            ("brief", "Brief"),
                            ("huisbezoek", "Huisbezoek"),
                            ("kantoor", "Op kantoor"),
                            ("online", "Online"),
                        ],
                        max_length=20,
                        verbose_name="kanaal",
                    ),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("gesproken", "Gesproken"),
                            ("geen gehoor", "Geen gehoor"),
                            ("bericht achtergelaten", "Bericht achtergelaten"),
                            ("schriftelijk antwoord", "Schriftelijk antwoord"),
                            ("vertegenwoordiger bereikt", "Vertegenwoordiger bereikt"),
                            ("iemand anders bereikt", "Iemand anders bereikt"),
                        ],
                        max_length=30,
                        verbose_name="uitkomst",
                    ),
                ),
                (
                    "met",
                    models.CharField(
                        blank=True, help_text="Leeg: de inwoner zelf.", max_length=120, verbose_name="met wie"
                    ),
                ),
                ("tekst", models.TextField(blank=True, verbose_name="waar het over ging")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
            ],
            options={
                "verbose_name": "historical contact",
                "verbose_name_plural": "historical contacten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDocument",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("akkoord", "Bewijs van akkoord"),
                            ("factuur", "Factuur"),
                            ("identiteit", "Identiteitsbewijs"),
                            ("verslag", "Verslag"),
                            ("brief", "Brief"),
                            ("overig", "Overig"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("onderwerp", models.CharField(max_length=120, verbose_name="onderwerp")),
                ("datum", models.DateField(verbose_name="datum van het document")),
                (
                    "bewijs_van",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("akkoord", "Akkoord met het plan"),
                            ("kosten", "Kosten"),
                            ("verificatie", "Verificatie bij UHT"),
                            ("identiteit", "Identiteit"),
                        ],
                        max_length=20,
                        verbose_name="bewijs van",
                    ),
                ),
                ("bestand", models.TextField(max_length=100, verbose_name="bestand")),
                ("bestandstype", models.CharField(max_length=100)),
                ("extensie", models.CharField(max_length=5)),
                ("grootte", models.PositiveBigIntegerField(verbose_name="grootte in bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("toegevoegd_op", models.DateTimeField()),
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
                    "toegevoegd_door",
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
                    "vervangt",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="vervangt",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical document",
                "verbose_name_plural": "historical documenten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDossierIntrekking",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "status_voor",
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
                        max_length=20,
                        verbose_name="status ervoor",
                    ),
                ),
                ("reden", models.CharField(max_length=300, verbose_name="reden")),
                ("ingetrokken_op", models.DateTimeField()),
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
                    "samengevoegd_met",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.dossier",
                        verbose_name="samengevoegd met",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical intrekking van een dossier",
                "verbose_name_plural": "historical intrekkingen van dossiers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDriegesprek",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum", models.DateField(verbose_name="datum")),
                ("aanvrager", models.CharField(max_length=120, verbose_name="wie vroeg erom")),
                ("plaats", models.CharField(max_length=120, verbose_name="plaats")),
                (
                    "derde",
                    models.CharField(
                        choices=[
                            ("uht", "UHT"),
                            ("aangewezen derde", "Derde die de minister aanwees"),
                            ("geen", "Niemand van UHT of een aangewezen derde"),
                        ],
                        max_length=20,
                        verbose_name="wie was de derde",
                    ),
                ),
                ("deelnemers", models.TextField(verbose_name="deelnemers")),
                ("onderwerpen", models.TextField(verbose_name="onderwerpen")),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
            ],
            options={
                "verbose_name": "historical driegesprek",
                "verbose_name_plural": "historical driegesprekken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFeestdag",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("datum", models.DateField(db_index=True, verbose_name="datum")),
                ("naam", models.CharField(max_length=80, verbose_name="naam")),
                (
                    "bron",
                    models.CharField(help_text="Het besluit in de Staatscourant.", max_length=200, verbose_name="bron"),
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
                "verbose_name": "historical feestdag",
                "verbose_name_plural": "historical feestdagen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGesprek",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum", models.DateField(verbose_name="datum")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("telefoon", "Telefoon"),
                            ("e-mail", "E-mail"),
                            ("brief", "Brief"),
                            ("huisbezoek", "Huisbezoek"),
                            ("kantoor", "Op kantoor"),
                            ("online", "Online"),
                        ],
                        max_length=20,
                        verbose_name="waar",
                    ),
                ),
                ("aanwezig", models.CharField(blank=True, max_length=300, verbose_name="wie erbij waren")),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                ("is_eerste_gesprek", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
            ],
            options={
                "verbose_name": "historical gesprek",
                "verbose_name_plural": "historical gesprekken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGezinslid",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("naam", models.CharField(max_length=160, verbose_name="naam")),
                ("geboortedatum", models.CharField(blank=True, max_length=10, verbose_name="geboortedatum")),
                (
                    "relatie",
                    models.CharField(
                        choices=[
                            ("partner", "Partner"),
                            ("kind", "Kind"),
                            ("pleegkind", "Pleegkind"),
                            ("ouder", "Ouder"),
                            ("anders", "Anders"),
                        ],
                        max_length=20,
                        verbose_name="relatie tot de inwoner",
                    ),
                ),
                (
                    "bij_aanvraag",
                    models.BooleanField(default=True, verbose_name="hoorde bij het gezin op de dag van de aanvraag"),
                ),
                ("vanaf", models.DateField(blank=True, null=True, verbose_name="erbij gekomen op")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="laatste dag bij het gezin")),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
                    "gezin",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.gezin",
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
                "verbose_name": "historical gezinslid",
                "verbose_name_plural": "historical gezinsleden",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHardheidsbesluit",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("regel", models.CharField(max_length=40, verbose_name="termijn die voorbij is")),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("wet", "Wet hersteloperatie toeslagen, artikel 9.1 lid 2 onder d"),
                            ("beleid", "De hardheidsclausule van het beleid van de gemeente"),
                        ],
                        max_length=20,
                        verbose_name="grond",
                    ),
                ),
                ("waarvoor", models.CharField(max_length=200, verbose_name="waarvoor")),
                ("motivering", models.TextField(verbose_name="motivering")),
                ("besloten_op", models.DateField(verbose_name="besloten op")),
                ("besluit", models.CharField(blank=True, max_length=40, verbose_name="gebruikt in besluit")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "besloten_door",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="besloten door",
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
            ],
            options={
                "verbose_name": "historical hardheidsbesluit",
                "verbose_name_plural": "historical hardheidsbesluiten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHulpvraag",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "leefgebied",
                    models.CharField(
                        choices=[
                            ("wonen", "Wonen"),
                            ("financien", "Financiën"),
                            ("gezin", "Gezin"),
                            ("werk", "Werk"),
                            ("zorg", "Zorg"),
                        ],
                        max_length=20,
                        verbose_name="leefgebied",
                    ),
                ),
                ("tekst", models.TextField(verbose_name="hulpvraag")),
                (
                    "urgentie",
                    models.CharField(
                        choices=[("gewoon", "Gewoon"), ("dringend", "Dringend"), ("acuut", "Acuut")],
                        default="gewoon",
                        max_length=20,
                        verbose_name="urgentie",
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
                    "gesprek",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.gesprek",
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
            ],
            options={
                "verbose_name": "historical hulpvraag",
                "verbose_name_plural": "historical hulpvragen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalIdentiteitscontrole",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum", models.DateField(verbose_name="datum")),
                (
                    "hoe",
                    models.CharField(
                        choices=[
                            ("paspoort", "Paspoort"),
                            ("identiteitskaart", "Identiteitskaart"),
                            ("rijbewijs", "Rijbewijs"),
                            ("verblijfsdocument", "Verblijfsdocument"),
                            ("brp", "Vragen over gegevens uit de BRP"),
                        ],
                        max_length=20,
                        verbose_name="hoe",
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
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
            ],
            options={
                "verbose_name": "historical identiteitscontrole",
                "verbose_name_plural": "historical identiteitscontroles",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNotitie",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("tekst", models.TextField(verbose_name="notitie")),
                (
                    "is_beperkt",
                    models.BooleanField(default=False, verbose_name="alleen voor casusregisseur en coördinator"),
                ),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
            ],
            options={
                "verbose_name": "historical notitie",
                "verbose_name_plural": "historical notities",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPersoon",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("bsn", models.CharField(blank=True, max_length=9, verbose_name="burgerservicenummer")),
                ("voorletters", models.CharField(blank=True, max_length=80, verbose_name="voorletters")),
                ("voorvoegsel", models.CharField(blank=True, max_length=40, verbose_name="voorvoegsel")),
                ("achternaam", models.CharField(max_length=250, verbose_name="achternaam")),
                ("geboortedatum", models.CharField(blank=True, max_length=10, verbose_name="geboortedatum")),
                ("straat", models.CharField(blank=True, max_length=120, verbose_name="straat")),
                ("huisnummer", models.CharField(blank=True, max_length=12, verbose_name="huisnummer")),
                ("huisletter", models.CharField(blank=True, max_length=4, verbose_name="huisletter")),
                ("toevoeging", models.CharField(blank=True, max_length=12, verbose_name="toevoeging")),
                ("postcode", models.CharField(blank=True, max_length=8, verbose_name="postcode")),
                ("woonplaats", models.CharField(blank=True, max_length=80, verbose_name="woonplaats")),
                ("adres_buitenland", models.TextField(blank=True, verbose_name="adres in het buitenland")),
                (
                    "land",
                    models.CharField(blank=True, help_text="Leeg: Nederland.", max_length=80, verbose_name="land"),
                ),
                ("postadres", models.TextField(blank=True, verbose_name="postadres")),
                ("geheim_adres", models.BooleanField(default=False, verbose_name="geheim adres")),
                ("telefoon", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("email", models.CharField(blank=True, max_length=254, verbose_name="e-mailadres")),
                (
                    "voorkeurskanaal",
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
                        verbose_name="liefst bereikt via",
                    ),
                ),
                (
                    "taal",
                    models.CharField(blank=True, help_text="Leeg: Nederlands.", max_length=40, verbose_name="taal"),
                ),
                ("tolk", models.BooleanField(default=False, verbose_name="tolk nodig")),
                (
                    "post_aan",
                    models.CharField(
                        choices=[
                            ("inwoner", "Aan de inwoner"),
                            ("beide", "Aan de inwoner, met een afschrift aan de vertegenwoordiger"),
                            ("vertegenwoordiger", "Aan de vertegenwoordiger"),
                        ],
                        default="inwoner",
                        max_length=20,
                        verbose_name="brieven gaan",
                    ),
                ),
                ("datum_overlijden", models.DateField(blank=True, null=True, verbose_name="overleden op")),
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
                "verbose_name": "historical persoon",
                "verbose_name_plural": "historical personen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTaak",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("eigen", "Eigen taak"),
                            ("opvolgen", "Opvolgen van een contact"),
                            ("herinnering", "Herinnering aan een afspraak"),
                            ("afspraak", "Afspraak"),
                            ("poging", "Inwoner niet bereikt"),
                        ],
                        default="eigen",
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("wat", models.CharField(max_length=200, verbose_name="wat er moet gebeuren")),
                ("datum", models.DateField(verbose_name="op welke dag")),
                ("gedaan_op", models.DateTimeField(blank=True, null=True)),
                ("is_vervallen", models.BooleanField(default=False, verbose_name="vervallen")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "afspraak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.afspraak",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.contact",
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
                    "gedaan_door",
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
                    "voor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="voor wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical taak",
                "verbose_name_plural": "historical taken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalUhtStatusWijziging",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("aangemeld", "Aangemeld"),
                            ("eerste toets", "Eerste toets gedaan"),
                            ("erkend", "Erkend"),
                            ("recht op kindregeling", "Recht op kindregeling"),
                            ("niet erkend", "Niet erkend"),
                            ("zelf afgemeld", "Zelf afgemeld"),
                        ],
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("datum_feit", models.DateField(blank=True, null=True, verbose_name="datum van de status")),
                ("datum_gemeld", models.DateField(verbose_name="datum waarop de gemeente het hoorde")),
                ("bron", models.CharField(max_length=120, verbose_name="bron")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
            ],
            options={
                "verbose_name": "historical uht status wijziging",
                "verbose_name_plural": "historical wijzigingen van de UHT-status",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVerificatie",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum_gevraagd", models.DateField(verbose_name="gevraagd op")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("telefoon", "Telefoon (Serviceteam)"),
                            ("portaal", "Levering in het gegevensportaal"),
                            ("vraagbestand", "Vraagbestand"),
                        ],
                        max_length=20,
                        verbose_name="hoe",
                    ),
                ),
                ("spoed", models.BooleanField(default=False, verbose_name="met spoed")),
                (
                    "antwoord",
                    models.CharField(
                        blank=True,
                        choices=[("bevestigd", "Bevestigd"), ("niet bevestigd", "Niet bevestigd")],
                        max_length=20,
                        verbose_name="antwoord",
                    ),
                ),
                ("datum_antwoord", models.DateField(blank=True, null=True, verbose_name="antwoord op")),
                ("antwoord_van", models.CharField(blank=True, max_length=120, verbose_name="wie bij UHT antwoordde")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
            ],
            options={
                "verbose_name": "historical verificatie",
                "verbose_name_plural": "historical verificaties",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Hulpvraag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "leefgebied",
                    models.CharField(
                        choices=[
                            ("wonen", "Wonen"),
                            ("financien", "Financiën"),
                            ("gezin", "Gezin"),
                            ("werk", "Werk"),
                            ("zorg", "Zorg"),
                        ],
                        max_length=20,
                        verbose_name="leefgebied",
                    ),
                ),
                ("tekst", models.TextField(verbose_name="hulpvraag")),
                (
                    "urgentie",
                    models.CharField(
                        choices=[("gewoon", "Gewoon"), ("dringend", "Dringend"), ("acuut", "Acuut")],
                        default="gewoon",
                        max_length=20,
                        verbose_name="urgentie",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hulpvragen", to="cases.dossier"
                    ),
                ),
                (
                    "gesprek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hulpvragen", to="cases.gesprek"
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
            ],
            options={
                "verbose_name_plural": "hulpvragen",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Identiteitscontrole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum", models.DateField(verbose_name="datum")),
                (
                    "hoe",
                    models.CharField(
                        choices=[
                            ("paspoort", "Paspoort"),
                            ("identiteitskaart", "Identiteitskaart"),
                            ("rijbewijs", "Rijbewijs"),
                            ("verblijfsdocument", "Verblijfsdocument"),
                            ("brp", "Vragen over gegevens uit de BRP"),
                        ],
                        max_length=20,
                        verbose_name="hoe",
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identiteitscontroles",
                        to="cases.dossier",
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
            ],
            options={
                "verbose_name_plural": "identiteitscontroles",
                "ordering": ["-datum", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Lijstexport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="wanneer")),
                ("filters", models.JSONField(blank=True, default=dict, verbose_name="filters")),
                ("kolommen", models.JSONField(blank=True, default=list, verbose_name="kolommen")),
                ("aantal", models.PositiveIntegerField(verbose_name="aantal dossiers")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lijstexports",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "lijstexports",
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Lijstweergave",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("naam", models.CharField(max_length=60, verbose_name="naam")),
                ("filters", models.JSONField(blank=True, default=dict, verbose_name="filters")),
                ("kolommen", models.JSONField(blank=True, default=list, verbose_name="kolommen")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lijstweergaven",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="van wie",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "lijstweergaven",
                "ordering": ["naam"],
            },
        ),
        migrations.CreateModel(
            name="Notitie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("tekst", models.TextField(verbose_name="notitie")),
                (
                    "is_beperkt",
                    models.BooleanField(default=False, verbose_name="alleen voor casusregisseur en coördinator"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notities", to="cases.dossier"
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
            ],
            options={
                "verbose_name_plural": "notities",
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Nummerreeks",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(choices=[("D", "Dossier"), ("B", "Besluit")], max_length=1)),
                ("jaar", models.PositiveSmallIntegerField()),
                ("laatste", models.PositiveIntegerField(default=0)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "nummerreeksen",
            },
        ),
        migrations.CreateModel(
            name="Opschorting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "soort",
                    models.CharField(
                        choices=[("opschorting", "Opschorting"), ("verdaging", "Verdaging")],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("aanvullen", "De inwoner moet de aanvraag aanvullen (Awb artikel 4:15 lid 1 onder a)"),
                            ("buitenland", "Informatie uit het buitenland is nodig (Awb artikel 4:15 lid 1 onder b)"),
                            ("instemming", "De inwoner stemt in met uitstel (Awb artikel 4:15 lid 2 onder a)"),
                            ("vertraging", "De vertraging ligt aan de inwoner (Awb artikel 4:15 lid 2 onder b)"),
                            ("overmacht", "Overmacht bij de gemeente (Awb artikel 4:15 lid 2 onder c)"),
                            ("verdaging", "Verdaging met zes weken (Awb artikel 7:10 lid 3)"),
                        ],
                        max_length=30,
                        verbose_name="grond",
                    ),
                ),
                ("van", models.DateField(verbose_name="eerste dag")),
                ("tot", models.DateField(verbose_name="laatste dag")),
                ("toelichting", models.CharField(max_length=300, verbose_name="toelichting")),
                ("blijkt_uit", models.CharField(blank=True, max_length=300, verbose_name="waaruit dat blijkt")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "document",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opschorting",
                        to="cases.document",
                        verbose_name="brief",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opschortingen",
                        to="cases.dossier",
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
            ],
            options={
                "verbose_name_plural": "opschortingen",
                "ordering": ["-van", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalAanvulling",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("wat", models.TextField(verbose_name="wat er nodig is")),
                ("gevraagd_op", models.DateField(verbose_name="datum van de brief")),
                ("uiterlijk", models.DateField(verbose_name="laatste dag om aan te vullen")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("ontvangen_op", models.DateField(blank=True, null=True, verbose_name="ontvangen op")),
                ("is_volledig", models.BooleanField(null=True, verbose_name="de aanvraag is compleet")),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="wat er kwam")),
                ("verder_op", models.DateField(blank=True, null=True, verbose_name="verder behandeld vanaf")),
                ("verder_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom verder")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="brief",
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
                    "ontvangen_door",
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
                    "verder_door",
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
                    "opschorting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.opschorting",
                        verbose_name="opschorting",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical aanvulling",
                "verbose_name_plural": "historical aanvullingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Aanvulling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("wat", models.TextField(verbose_name="wat er nodig is")),
                ("gevraagd_op", models.DateField(verbose_name="datum van de brief")),
                ("uiterlijk", models.DateField(verbose_name="laatste dag om aan te vullen")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("ontvangen_op", models.DateField(blank=True, null=True, verbose_name="ontvangen op")),
                ("is_volledig", models.BooleanField(null=True, verbose_name="de aanvraag is compleet")),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="wat er kwam")),
                ("verder_op", models.DateField(blank=True, null=True, verbose_name="verder behandeld vanaf")),
                ("verder_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom verder")),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    "ontvangen_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verder_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanvulling",
                        to="cases.document",
                        verbose_name="brief",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanvullingen",
                        to="cases.dossier",
                    ),
                ),
                (
                    "opschorting",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanvulling",
                        to="cases.opschorting",
                        verbose_name="opschorting",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "aanvullingen",
                "ordering": ["-gevraagd_op", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Persoon",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("bsn", models.CharField(blank=True, max_length=9, verbose_name="burgerservicenummer")),
                ("voorletters", models.CharField(blank=True, max_length=80, verbose_name="voorletters")),
                ("voorvoegsel", models.CharField(blank=True, max_length=40, verbose_name="voorvoegsel")),
                ("achternaam", models.CharField(max_length=250, verbose_name="achternaam")),
                ("geboortedatum", models.CharField(blank=True, max_length=10, verbose_name="geboortedatum")),
                ("straat", models.CharField(blank=True, max_length=120, verbose_name="straat")),
                ("huisnummer", models.CharField(blank=True, max_length=12, verbose_name="huisnummer")),
                ("huisletter", models.CharField(blank=True, max_length=4, verbose_name="huisletter")),
                ("toevoeging", models.CharField(blank=True, max_length=12, verbose_name="toevoeging")),
                ("postcode", models.CharField(blank=True, max_length=8, verbose_name="postcode")),
                ("woonplaats", models.CharField(blank=True, max_length=80, verbose_name="woonplaats")),
                ("adres_buitenland", models.TextField(blank=True, verbose_name="adres in het buitenland")),
                (
                    "land",
                    models.CharField(blank=True, help_text="Leeg: Nederland.", max_length=80, verbose_name="land"),
                ),
                ("postadres", models.TextField(blank=True, verbose_name="postadres")),
                ("geheim_adres", models.BooleanField(default=False, verbose_name="geheim adres")),
                ("telefoon", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("email", models.CharField(blank=True, max_length=254, verbose_name="e-mailadres")),
                (
                    "voorkeurskanaal",
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
                        verbose_name="liefst bereikt via",
                    ),
                ),
                (
                    "taal",
                    models.CharField(blank=True, help_text="Leeg: Nederlands.", max_length=40, verbose_name="taal"),
                ),
                ("tolk", models.BooleanField(default=False, verbose_name="tolk nodig")),
                (
                    "post_aan",
                    models.CharField(
                        choices=[
                            ("inwoner", "Aan de inwoner"),
                            ("beide", "Aan de inwoner, met een afschrift aan de vertegenwoordiger"),
                            ("vertegenwoordiger", "Aan de vertegenwoordiger"),
                        ],
                        default="inwoner",
                        max_length=20,
                        verbose_name="brieven gaan",
                    ),
                ),
                ("datum_overlijden", models.DateField(blank=True, null=True, verbose_name="overleden op")),
                (
                    "zoeknaam",
                    models.GeneratedField(
                        db_persist=True,
                        expression=config.zoektekst.Zoektekst(
                            cases.zoeken.Achter(
                                cases.zoeken.Achter(
                                    cases.zoeken.Achter(
                                        cases.zoeken.Achter(models.F("voorletters"), models.Value(" ")),
                                        models.F("voorvoegsel"),
                                    ),
                                    models.Value(" "),
                                ),
                                models.F("achternaam"),
                            )
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "zoekachternaam",
                    models.GeneratedField(
                        db_persist=True,
                        expression=config.zoektekst.Zoektekst("achternaam"),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "personen",
                "ordering": ["achternaam", "voorletters"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalDossier",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("nummer", models.CharField(db_index=True, max_length=20, verbose_name="dossiernummer")),
                (
                    "doelgroep",
                    models.CharField(
                        choices=[
                            ("aanvrager", "Aanvrager"),
                            ("ex-toeslagpartner", "Ex-toeslagpartner"),
                            ("kind", "Kind"),
                            ("nabestaande", "Nabestaande"),
                        ],
                        max_length=20,
                        verbose_name="doelgroep",
                    ),
                ),
                (
                    "status",
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
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "uht_status",
                    models.CharField(
                        choices=[
                            ("aangemeld", "Aangemeld"),
                            ("eerste toets", "Eerste toets gedaan"),
                            ("erkend", "Erkend"),
                            ("recht op kindregeling", "Recht op kindregeling"),
                            ("niet erkend", "Niet erkend"),
                            ("zelf afgemeld", "Zelf afgemeld"),
                        ],
                        max_length=24,
                        verbose_name="status bij UHT",
                    ),
                ),
                (
                    "aanmeldroute",
                    models.CharField(
                        choices=[
                            ("portaal", "Gegevensportaal"),
                            ("telefoon", "Telefoon"),
                            ("balie", "Balie"),
                            ("e-mail", "E-mail"),
                            ("brief", "Brief"),
                            ("collega", "Een collega"),
                        ],
                        max_length=20,
                        verbose_name="aanmeldroute",
                    ),
                ),
                ("datum_aanmelding", models.DateField(verbose_name="datum aanmelding")),
                ("datum_eerste_contact", models.DateField(blank=True, null=True, verbose_name="datum eerste contact")),
                ("datum_eerste_gesprek", models.DateField(blank=True, null=True, verbose_name="datum eerste gesprek")),
                (
                    "datum_tegemoetkoming",
                    models.DateField(blank=True, null=True, verbose_name="datum beschikking tegemoetkoming"),
                ),
                (
                    "rang",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "Gewoon"), (1, "Voorrang"), (2, "Acuut")], default=0, verbose_name="rang"
                    ),
                ),
                (
                    "acuut",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("woningontruiming", "Ontruiming van de woning"),
                            ("afsluiting", "Afsluiting van gas, elektra, stadsverwarming of water"),
                            ("zorgverzekering", "Einde van de zorgverzekering"),
                            ("psychisch", "Ernstig belemmerende psychische omstandigheden"),
                            ("andere crisis", "Een andere acute crisis"),
                        ],
                        max_length=20,
                        verbose_name="bedreigende situatie",
                    ),
                ),
                (
                    "acuut_toelichting",
                    models.CharField(blank=True, max_length=300, verbose_name="toelichting op de situatie"),
                ),
                ("acuut_op", models.DateTimeField(blank=True, null=True)),
                ("voorrang_reden", models.CharField(blank=True, max_length=300, verbose_name="reden van voorrang")),
                ("voorrang_op", models.DateTimeField(blank=True, null=True)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "acuut_door",
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
                    "beleid",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.beleid",
                        verbose_name="beleid van de start",
                    ),
                ),
                (
                    "casusregisseur",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="casusregisseur",
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
                    "gezin",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.gezin",
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
                    "voorrang_door",
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
                    "persoon",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.persoon",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical dossier",
                "verbose_name_plural": "historical dossiers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="dossier",
            name="persoon",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="dossier", to="cases.persoon"
            ),
        ),
        migrations.CreateModel(
            name="Taak",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("eigen", "Eigen taak"),
                            ("opvolgen", "Opvolgen van een contact"),
                            ("herinnering", "Herinnering aan een afspraak"),
                            ("afspraak", "Afspraak"),
                            ("poging", "Inwoner niet bereikt"),
                        ],
                        default="eigen",
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("wat", models.CharField(max_length=200, verbose_name="wat er moet gebeuren")),
                ("datum", models.DateField(verbose_name="op welke dag")),
                ("gedaan_op", models.DateTimeField(blank=True, null=True)),
                ("is_vervallen", models.BooleanField(default=False, verbose_name="vervallen")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "afspraak",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken",
                        to="cases.afspraak",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken",
                        to="cases.contact",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken",
                        to="cases.dossier",
                    ),
                ),
                (
                    "gedaan_door",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
                    ),
                ),
                (
                    "voor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="voor wie",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "taken",
                "ordering": ["datum", "id"],
            },
        ),
        migrations.CreateModel(
            name="Termijn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("regel", models.CharField(max_length=40)),
                (
                    "aanleiding",
                    models.CharField(
                        help_text="De gebeurtenis waar de termijn aan hangt, zoals gesprek:12.", max_length=60
                    ),
                ),
                ("aard", models.CharField(max_length=10)),
                ("start", models.DateField()),
                ("uiterste_datum", models.DateField()),
                ("eerste_uiterste_datum", models.DateField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("verwacht", "Verwacht"),
                            ("lopend", "Loopt"),
                            ("opgeschort", "Opgeschort"),
                            ("gehaald", "Gehaald"),
                            ("te_laat", "Te laat"),
                            ("te_laat_gehaald", "Te laat gehaald"),
                            ("voorbij", "Voorbij"),
                            ("vervallen", "Vervallen"),
                        ],
                        max_length=20,
                    ),
                ),
                ("datum_gehaald", models.DateField(blank=True, null=True)),
                ("som", models.JSONField(default=list)),
                ("invoer", models.JSONField(default=dict)),
                ("regel_versie", models.PositiveSmallIntegerField()),
                ("kalender_versie", models.CharField(max_length=40)),
                ("beleid", models.CharField(max_length=40)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="termijnen",
                        to="cases.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "termijnen",
                "ordering": ["uiterste_datum", "id"],
            },
        ),
        migrations.CreateModel(
            name="Signaal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.CharField(max_length=120, unique=True)),
                ("soort", models.CharField(max_length=20)),
                ("tekst", models.CharField(max_length=200)),
                ("on", models.DateField(verbose_name="dag")),
                ("gemaild_op", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signalen",
                        to="cases.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
                    ),
                ),
                (
                    "ontvanger",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signalen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "termijn",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signalen",
                        to="cases.termijn",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "signalen",
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.AddField(
            model_name="opschorting",
            name="termijn",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="opschortingen", to="cases.termijn"
            ),
        ),
        migrations.CreateModel(
            name="Ingebrekestelling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("ontvangen_op", models.DateField(verbose_name="ontvangen op")),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                (
                    "geen_dwangsom",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "onredelijk laat",
                                "De ingebrekestelling kwam onredelijk laat (Awb artikel 4:17 lid 6 onder a)",
                            ),
                            ("geen belang", "De aanvrager is geen belanghebbende (Awb artikel 4:17 lid 6 onder b)"),
                            (
                                "kennelijk",
                                "De aanvraag is kennelijk niet-ontvankelijk of kennelijk ongegrond (Awb artikel 4:17 lid 6 onder c)",
                            ),
                        ],
                        max_length=20,
                        verbose_name="waarom geen dwangsom",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="de brief van de inwoner",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ingebrekestellingen",
                        to="cases.dossier",
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
                    "termijn",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ingebrekestellingen",
                        to="cases.termijn",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "ingebrekestellingen",
                "ordering": ["-ontvangen_op", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalOpschorting",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "soort",
                    models.CharField(
                        choices=[("opschorting", "Opschorting"), ("verdaging", "Verdaging")],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("aanvullen", "De inwoner moet de aanvraag aanvullen (Awb artikel 4:15 lid 1 onder a)"),
                            ("buitenland", "Informatie uit het buitenland is nodig (Awb artikel 4:15 lid 1 onder b)"),
                            ("instemming", "De inwoner stemt in met uitstel (Awb artikel 4:15 lid 2 onder a)"),
                            ("vertraging", "De vertraging ligt aan de inwoner (Awb artikel 4:15 lid 2 onder b)"),
                            ("overmacht", "Overmacht bij de gemeente (Awb artikel 4:15 lid 2 onder c)"),
                            ("verdaging", "Verdaging met zes weken (Awb artikel 7:10 lid 3)"),
                        ],
                        max_length=30,
                        verbose_name="grond",
                    ),
                ),
                ("van", models.DateField(verbose_name="eerste dag")),
                ("tot", models.DateField(verbose_name="laatste dag")),
                ("toelichting", models.CharField(max_length=300, verbose_name="toelichting")),
                ("blijkt_uit", models.CharField(blank=True, max_length=300, verbose_name="waaruit dat blijkt")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="brief",
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
                    "termijn",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.termijn",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical opschorting",
                "verbose_name_plural": "historical opschortingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalIngebrekestelling",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("ontvangen_op", models.DateField(verbose_name="ontvangen op")),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                (
                    "geen_dwangsom",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "onredelijk laat",
                                "De ingebrekestelling kwam onredelijk laat (Awb artikel 4:17 lid 6 onder a)",
                            ),
                            ("geen belang", "De aanvrager is geen belanghebbende (Awb artikel 4:17 lid 6 onder b)"),
                            (
                                "kennelijk",
                                "De aanvraag is kennelijk niet-ontvankelijk of kennelijk ongegrond (Awb artikel 4:17 lid 6 onder c)",
                            ),
                        ],
                        max_length=20,
                        verbose_name="waarom geen dwangsom",
                    ),
                ),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="de brief van de inwoner",
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
                    "termijn",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.termijn",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ingebrekestelling",
                "verbose_name_plural": "historical ingebrekestellingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Termijnbericht",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("datum", models.DateField(verbose_name="datum van de brief")),
                ("verwacht_op", models.DateField(verbose_name="het is uiterlijk op")),
                ("verzet", models.BooleanField(default=False, verbose_name="wordt de uiterste datum")),
                ("reden", models.CharField(max_length=300, verbose_name="waarom het later wordt")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="termijnbericht", to="cases.document"
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="termijnberichten", to="cases.dossier"
                    ),
                ),
                (
                    "termijn",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="berichten", to="cases.termijn"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "termijnberichten",
                "ordering": ["-datum", "-id"],
            },
        ),
        migrations.CreateModel(
            name="UhtStatusWijziging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("aangemeld", "Aangemeld"),
                            ("eerste toets", "Eerste toets gedaan"),
                            ("erkend", "Erkend"),
                            ("recht op kindregeling", "Recht op kindregeling"),
                            ("niet erkend", "Niet erkend"),
                            ("zelf afgemeld", "Zelf afgemeld"),
                        ],
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("datum_feit", models.DateField(blank=True, null=True, verbose_name="datum van de status")),
                ("datum_gemeld", models.DateField(verbose_name="datum waarop de gemeente het hoorde")),
                ("bron", models.CharField(max_length=120, verbose_name="bron")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uht_wijzigingen", to="cases.dossier"
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
            ],
            options={
                "verbose_name_plural": "wijzigingen van de UHT-status",
                "ordering": ["-datum_gemeld", "-id"],
            },
        ),
        migrations.CreateModel(
            name="UitgaandeBrief",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(max_length=40, verbose_name="soort brief")),
                ("envelop", models.JSONField(blank=True, null=True, verbose_name="envelop")),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uitgaand", to="cases.document"
                    ),
                ),
                (
                    "tekst",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.brieftekst",
                        verbose_name="tekst van de gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitgaande brief",
                "verbose_name_plural": "uitgaande brieven",
            },
        ),
        migrations.CreateModel(
            name="Verificatie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("datum_gevraagd", models.DateField(verbose_name="gevraagd op")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("telefoon", "Telefoon (Serviceteam)"),
                            ("portaal", "Levering in het gegevensportaal"),
                            ("vraagbestand", "Vraagbestand"),
                        ],
                        max_length=20,
                        verbose_name="hoe",
                    ),
                ),
                ("spoed", models.BooleanField(default=False, verbose_name="met spoed")),
                (
                    "antwoord",
                    models.CharField(
                        blank=True,
                        choices=[("bevestigd", "Bevestigd"), ("niet bevestigd", "Niet bevestigd")],
                        max_length=20,
                        verbose_name="antwoord",
                    ),
                ),
                ("datum_antwoord", models.DateField(blank=True, null=True, verbose_name="antwoord op")),
                ("antwoord_van", models.CharField(blank=True, max_length=120, verbose_name="wie bij UHT antwoordde")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="verificaties", to="cases.dossier"
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
            ],
            options={
                "ordering": ["-datum_gevraagd", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Verificatiecode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("geldig_vanaf", models.DateField(verbose_name="geldig vanaf")),
                ("opgehaald_op", models.DateTimeField()),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verificatiecodes",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "opgehaald_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "verificatiecodes",
                "ordering": ["-geldig_vanaf"],
            },
        ),
        migrations.CreateModel(
            name="Afronding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("regel", models.CharField(max_length=40, verbose_name="termijn")),
                ("sleutel", models.CharField(max_length=20, verbose_name="waarover")),
                ("datum", models.DateField(verbose_name="gedaan op")),
                ("afgerond_op", models.DateTimeField()),
                (
                    "afgerond_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="afrondingen",
                        to="accounts.gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "afrondingen",
                "ordering": ["-datum", "-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "regel", "sleutel"), name="afronding_een_per_klok"),
                    models.CheckConstraint(
                        condition=models.Q(("sleutel", ""), _negated=True), name="afronding_met_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Afwezigheid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("vanaf", models.DateField(verbose_name="eerste dag")),
                ("tot", models.DateField(verbose_name="laatste dag")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="afwezigheden",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie",
                    ),
                ),
                (
                    "vervanger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vervangingen",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vervanger",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "afwezigheden",
                "ordering": ["vanaf"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("vanaf"))), name="afwezigheid_tot_na_vanaf"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("user", models.F("vervanger")), _negated=True),
                        name="afwezigheid_vervanger_is_ander",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("user", "="),
                            (
                                models.Func(
                                    "vanaf",
                                    "tot",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True),
                                    function="DATERANGE",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="afwezigheid_niet_dubbel",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="beleid",
            constraint=models.UniqueConstraint(fields=("gemeente", "geldig_vanaf"), name="beleid_een_per_dag"),
        ),
        migrations.AddConstraint(
            model_name="beleid",
            constraint=models.CheckConstraint(condition=models.Q(("bron", ""), _negated=True), name="beleid_met_bron"),
        ),
        migrations.AddIndex(
            model_name="bewaking",
            index=models.Index(
                condition=models.Q(("klaar_op__isnull", True)), fields=["gemeente", "on"], name="bewaking_niet_klaar"
            ),
        ),
        migrations.AddConstraint(
            model_name="bewaking",
            constraint=models.UniqueConstraint(fields=("gemeente", "on"), name="bewaking_een_per_dag"),
        ),
        migrations.AddConstraint(
            model_name="brieftekst",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gepubliceerd_door__isnull", True), ("gepubliceerd_op__isnull", True)),
                    models.Q(("gepubliceerd_door__isnull", False), ("gepubliceerd_op__isnull", False)),
                    _connector="OR",
                ),
                name="brieftekst_gepubliceerd_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="brieftekst",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gepubliceerd_op__isnull", True), ("versie__isnull", True)),
                    models.Q(("gepubliceerd_op__isnull", False), ("versie__gte", 1)),
                    _connector="OR",
                ),
                name="brieftekst_gepubliceerd_met_versie",
            ),
        ),
        migrations.AddConstraint(
            model_name="brieftekst",
            constraint=models.UniqueConstraint(fields=("gemeente", "soort", "versie"), name="brieftekst_versie_uniek"),
        ),
        migrations.AddConstraint(
            model_name="brieftekst",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gepubliceerd_op__isnull", True)),
                fields=("gemeente", "soort"),
                name="brieftekst_een_concept",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
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
                name="document_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")), name="document_sha256"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(condition=models.Q(("grootte__gt", 0)), name="document_niet_leeg"),
        ),
        migrations.AddIndex(
            model_name="controlepunt",
            index=models.Index(
                condition=models.Q(("afgehandeld_op__isnull", True), ("soort", "uht")),
                fields=["gemeente", "created_at"],
                name="controlepunt_statusvraag",
            ),
        ),
        migrations.AddConstraint(
            model_name="controlepunt",
            constraint=models.UniqueConstraint(
                condition=models.Q(("afgehandeld_op__isnull", True)),
                fields=("dossier", "soort"),
                name="controlepunt_een_open_per_soort",
            ),
        ),
        migrations.AddConstraint(
            model_name="controlepunt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("afgehandeld_door__isnull", True), ("afgehandeld_op__isnull", True)),
                    models.Q(("afgehandeld_door__isnull", False), ("afgehandeld_op__isnull", False)),
                    _connector="OR",
                ),
                name="controlepunt_afgehandeld_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
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
                name="contact_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("uitkomst__in", ("vertegenwoordiger bereikt", "iemand anders bereikt")), _negated=True),
                    models.Q(("met", ""), _negated=True),
                    _connector="OR",
                ),
                name="contact_noemt_wie",
            ),
        ),
        migrations.AddConstraint(
            model_name="betrokkene",
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
                name="betrokkene_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="betrokkene",
            constraint=models.CheckConstraint(
                condition=models.Q(("naam", ""), _negated=True), name="betrokkene_met_naam"
            ),
        ),
        migrations.AddConstraint(
            model_name="betrokkene",
            constraint=models.UniqueConstraint(
                condition=models.Q(("krijgt_post", True)), fields=("dossier",), name="betrokkene_een_krijgt_post"
            ),
        ),
        migrations.AddConstraint(
            model_name="betrokkene",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("krijgt_post", False),
                    models.Q(
                        ("ingetrokken_op__isnull", True),
                        ("rol__in", ["bewindvoerder", "curator", "gemachtigde", "mentor"]),
                        models.Q(("adres", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="betrokkene_met_post_vertegenwoordigt",
            ),
        ),
        migrations.AddConstraint(
            model_name="aanmelding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ingezetene", True), ("uitzondering", "")),
                    models.Q(("ingezetene", False), models.Q(("uitzondering", ""), _negated=True)),
                    _connector="OR",
                ),
                name="aanmelding_niet_ingezetene_met_uitzondering",
            ),
        ),
        migrations.AddConstraint(
            model_name="aanmelding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("overleden_geboortedatum", ""),
                    ("overleden_geboortedatum__regex", "^\\d{4}-\\d\\d-\\d\\d$"),
                    _connector="OR",
                ),
                name="aanmelding_overleden_geboortedatum_iso",
            ),
        ),
        migrations.AddIndex(
            model_name="dossierevent",
            index=models.Index(fields=["dossier", "-at", "-id"], name="event_van_dossier"),
        ),
        migrations.AddConstraint(
            model_name="dossierintrekking",
            constraint=models.CheckConstraint(
                condition=models.Q(("reden", ""), _negated=True), name="dossierintrekking_met_reden"
            ),
        ),
        migrations.AddConstraint(
            model_name="driegesprek",
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
                name="driegesprek_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="gesprek",
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
                name="gesprek_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="gesprek",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_eerste_gesprek", True)),
                fields=("dossier",),
                name="gesprek_een_eerste_per_dossier",
            ),
        ),
        migrations.AddConstraint(
            model_name="gesprek",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_eerste_gesprek", False), ("ingetrokken_op__isnull", True), _connector="OR"),
                name="gesprek_eerste_geldt",
            ),
        ),
        migrations.AddConstraint(
            model_name="afspraak",
            constraint=models.CheckConstraint(
                condition=models.Q(("herinneren_op__lte", models.F("datum"))), name="afspraak_herinneren_ervoor"
            ),
        ),
        migrations.AddConstraint(
            model_name="gezin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("vastgelegd_door__isnull", True), ("vastgelegd_op__isnull", True)),
                    models.Q(("vastgelegd_door__isnull", False), ("vastgelegd_op__isnull", False)),
                    _connector="OR",
                ),
                name="gezin_vastgelegd_op_en_door",
            ),
        ),
        migrations.AddIndex(
            model_name="gezinslid",
            index=django.contrib.postgres.indexes.GinIndex(
                models.F("gemeente"),
                django.contrib.postgres.indexes.OpClass(config.zoektekst.Zoektekst("naam"), "gin_trgm_ops"),
                name="gezinslid_zoek_naam",
            ),
        ),
        migrations.AddConstraint(
            model_name="gezinslid",
            constraint=models.CheckConstraint(
                condition=models.Q(("naam", ""), _negated=True), name="gezinslid_met_naam"
            ),
        ),
        migrations.AddConstraint(
            model_name="gezinslid",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("geboortedatum", ""), ("geboortedatum__regex", "^\\d{4}-\\d\\d-\\d\\d$"), _connector="OR"
                ),
                name="gezinslid_geboortedatum_iso",
            ),
        ),
        migrations.AddConstraint(
            model_name="gezinslid",
            constraint=models.CheckConstraint(
                condition=models.Q(("tot__gte", models.F("vanaf"))), name="gezinslid_tot_na_vanaf"
            ),
        ),
        migrations.AddConstraint(
            model_name="gezinslid",
            constraint=models.CheckConstraint(
                condition=models.Q(("bij_aanvraag", True), ("vanaf__isnull", False), _connector="OR"),
                name="gezinslid_later_met_dag",
            ),
        ),
        migrations.AddIndex(
            model_name="hardheidsbesluit",
            index=models.Index(fields=["dossier", "-besloten_op", "-id"], name="hardheid_van_dossier"),
        ),
        migrations.AddConstraint(
            model_name="hardheidsbesluit",
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
                name="hardheidsbesluit_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="hardheidsbesluit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("motivering", ""), _negated=True), models.Q(("waarvoor", ""), _negated=True)
                ),
                name="hardheid_met_motivering",
            ),
        ),
        migrations.AddIndex(
            model_name="historicalaanmelding",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_603040_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalafronding",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_dd95c8_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalafspraak",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_562e6b_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalafwezigheid",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_8ea3dd_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalbeleid",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_39ab68_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalbetrokkene",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_5adde9_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalcontact",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_9abd11_idx"),
        ),
        migrations.AddIndex(
            model_name="historicaldocument",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_1e81e8_idx"),
        ),
        migrations.AddIndex(
            model_name="historicaldossierintrekking",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_5efcaf_idx"),
        ),
        migrations.AddIndex(
            model_name="historicaldriegesprek",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_8df0ce_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalfeestdag",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_c73801_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalgesprek",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_596f8b_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalgezinslid",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_462285_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalhardheidsbesluit",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_3289dd_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalhulpvraag",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_495c01_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalidentiteitscontrole",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_d6d7e4_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalnotitie",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_5c7ce0_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalpersoon",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_a5d648_idx"),
        ),
        migrations.AddIndex(
            model_name="historicaltaak",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_ac7dbd_idx"),
        ),
        migrations.AddIndex(
            model_name="historicaluhtstatuswijziging",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_93a522_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalverificatie",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_15bb1d_idx"),
        ),
        migrations.AddConstraint(
            model_name="hulpvraag",
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
                name="hulpvraag_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="hulpvraag",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ingetrokken_op__isnull", True)),
                fields=("gesprek", "leefgebied"),
                name="hulpvraag_een_per_leefgebied",
            ),
        ),
        migrations.AddConstraint(
            model_name="hulpvraag",
            constraint=models.CheckConstraint(
                condition=models.Q(("tekst", ""), _negated=True), name="hulpvraag_met_tekst"
            ),
        ),
        migrations.AddConstraint(
            model_name="identiteitscontrole",
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
                name="identiteitscontrole_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="lijstweergave",
            constraint=models.UniqueConstraint(fields=("user", "naam"), name="lijstweergave_naam_uniek"),
        ),
        migrations.AddConstraint(
            model_name="lijstweergave",
            constraint=models.CheckConstraint(
                condition=models.Q(("naam", ""), _negated=True), name="lijstweergave_met_naam"
            ),
        ),
        migrations.AddConstraint(
            model_name="notitie",
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
                name="notitie_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="notitie",
            constraint=models.CheckConstraint(
                condition=models.Q(("tekst", ""), _negated=True), name="notitie_met_tekst"
            ),
        ),
        migrations.AddConstraint(
            model_name="nummerreeks",
            constraint=models.UniqueConstraint(fields=("gemeente", "soort", "jaar"), name="nummerreeks_uniek"),
        ),
        migrations.AddIndex(
            model_name="historicalaanvulling",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_08427a_idx"),
        ),
        migrations.AddIndex(
            model_name="aanvulling",
            index=models.Index(fields=["dossier", "-gevraagd_op", "-id"], name="aanvulling_van_dossier"),
        ),
        migrations.AddConstraint(
            model_name="aanvulling",
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
                name="aanvulling_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="aanvulling",
            constraint=models.CheckConstraint(
                condition=models.Q(("wat", ""), _negated=True), name="aanvulling_zegt_wat"
            ),
        ),
        migrations.AddConstraint(
            model_name="aanvulling",
            constraint=models.CheckConstraint(
                condition=models.Q(("uiterlijk__gt", models.F("gevraagd_op"))), name="aanvulling_na_de_brief"
            ),
        ),
        migrations.AddConstraint(
            model_name="aanvulling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("is_volledig__isnull", True), ("ontvangen_door__isnull", True), ("ontvangen_op__isnull", True)
                    ),
                    models.Q(
                        ("is_volledig__isnull", False),
                        ("ontvangen_door__isnull", False),
                        ("ontvangen_op__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="aanvulling_ontvangen_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="aanvulling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verder_door__isnull", True), ("verder_op__isnull", True), ("verder_reden", "")),
                    models.Q(
                        ("verder_door__isnull", False),
                        ("verder_op__isnull", False),
                        models.Q(("verder_reden", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="aanvulling_verder_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="aanvulling",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("ingetrokken_op__isnull", True), ("ontvangen_op__isnull", True), ("verder_op__isnull", True)
                ),
                fields=("dossier",),
                name="aanvulling_een_open",
            ),
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=django.contrib.postgres.indexes.GinIndex(
                models.F("gemeente"),
                django.contrib.postgres.indexes.OpClass("zoeknaam", "gin_trgm_ops"),
                name="persoon_zoek_naam",
            ),
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(fields=["gemeente", "geboortedatum"], name="persoon_zoek_geboortedatum"),
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(fields=["gemeente", "postcode", "huisnummer"], name="persoon_zoek_adres"),
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(
                models.F("gemeente"),
                django.db.models.functions.comparison.Collate("achternaam", "und-x-icu"),
                django.db.models.functions.comparison.Collate("voorletters", "und-x-icu"),
                name="persoon_op_naam",
            ),
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(
                models.F("gemeente"), cases.zoeken.Telefooncijfers("telefoon"), name="persoon_zoek_telefoon"
            ),
        ),
        migrations.AddConstraint(
            model_name="persoon",
            constraint=models.UniqueConstraint(
                condition=models.Q(("bsn", ""), _negated=True),
                fields=("gemeente", "bsn"),
                name="persoon_bsn_uniek_per_gemeente",
            ),
        ),
        migrations.AddConstraint(
            model_name="persoon",
            constraint=models.CheckConstraint(
                condition=models.Q(("bsn", ""), ("bsn__regex", "^\\d{9}$"), _connector="OR"), name="persoon_bsn_cijfers"
            ),
        ),
        migrations.AddConstraint(
            model_name="persoon",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("geboortedatum", ""), ("geboortedatum__regex", "^\\d{4}-\\d\\d-\\d\\d$"), _connector="OR"
                ),
                name="persoon_geboortedatum_iso",
            ),
        ),
        migrations.AddConstraint(
            model_name="persoon",
            constraint=models.CheckConstraint(
                condition=models.Q(("achternaam", ""), _negated=True), name="persoon_met_achternaam"
            ),
        ),
        migrations.AddIndex(
            model_name="historicaldossier",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_67cd55_idx"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["gemeente", "-datum_aanmelding", "-id"], name="dossier_lijst"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                fields=["gemeente", "status", "-datum_aanmelding", "-id"],
                include=("casusregisseur",),
                name="dossier_lijst_status",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(
                    ("rang__gt", 0),
                    (
                        "status__in",
                        ["aanmelding", "acclimatisatie", "eerste_gesprek", "nazorg", "plan_van_aanpak", "uitvoering"],
                    ),
                ),
                fields=["gemeente", "-rang", "-datum_aanmelding", "-id"],
                name="dossier_gaat_voor",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(
                    ("rang", 2),
                    (
                        "status__in",
                        ["aanmelding", "acclimatisatie", "eerste_gesprek", "nazorg", "plan_van_aanpak", "uitvoering"],
                    ),
                ),
                fields=["gemeente", "acuut_op", "id"],
                name="dossier_acuut",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["casusregisseur", "status"], name="dossier_van_casusregisseur"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                fields=["gemeente", "doelgroep", "-datum_aanmelding", "-id"], name="dossier_lijst_doelgroep"
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("leefgebieden", []), _negated=True),
                fields=["gemeente", "-datum_aanmelding", "-id"],
                include=("leefgebieden", "status", "rang"),
                name="dossier_lijst_leefgebied",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("deelt_gezin", True)),
                fields=["gemeente", "-datum_aanmelding", "-id"],
                name="dossier_lijst_gezin",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(
                    ("casusregisseur__isnull", True),
                    (
                        "status__in",
                        ["aanmelding", "acclimatisatie", "eerste_gesprek", "nazorg", "plan_van_aanpak", "uitvoering"],
                    ),
                ),
                fields=["gemeente", "datum_aanmelding", "id"],
                name="dossier_niet_toegewezen",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        [
                            "aanmelding",
                            "eerste_gesprek",
                            "plan_van_aanpak",
                            "uitvoering",
                            "nazorg",
                            "acclimatisatie",
                            "afgesloten",
                            "geen_recht",
                            "geen_hulp",
                            "ingetrokken",
                        ],
                    )
                ),
                name="dossier_status_bekend",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(("doelgroep__in", ["aanvrager", "ex-toeslagpartner", "kind", "nabestaande"])),
                name="dossier_doelgroep_bekend",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "uht_status__in",
                        [
                            "aangemeld",
                            "eerste toets",
                            "erkend",
                            "recht op kindregeling",
                            "niet erkend",
                            "zelf afgemeld",
                        ],
                    )
                ),
                name="dossier_uht_status_bekend",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("acuut", ""), ("acuut_door__isnull", True), ("acuut_op__isnull", True)),
                    models.Q(
                        models.Q(("acuut", ""), _negated=True),
                        ("acuut_door__isnull", False),
                        ("acuut_op__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="dossier_acuut_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("voorrang_door__isnull", True), ("voorrang_op__isnull", True), ("voorrang_reden", "")),
                    models.Q(
                        models.Q(("voorrang_reden", ""), _negated=True),
                        ("voorrang_door__isnull", False),
                        ("voorrang_op__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="dossier_voorrang_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(models.Q(("acuut", ""), _negated=True), ("rang", 2)),
                    models.Q(("acuut", ""), models.Q(("voorrang_reden", ""), _negated=True), ("rang", 1)),
                    models.Q(("acuut", ""), ("rang", 0), ("voorrang_reden", "")),
                    _connector="OR",
                ),
                name="dossier_rang_volgt",
            ),
        ),
        migrations.AddIndex(
            model_name="taak",
            index=models.Index(
                condition=models.Q(("gedaan_op__isnull", True), ("is_vervallen", False)),
                fields=["voor", "datum", "id"],
                name="taak_open_van",
            ),
        ),
        migrations.AddConstraint(
            model_name="taak",
            constraint=models.CheckConstraint(condition=models.Q(("wat", ""), _negated=True), name="taak_zegt_wat"),
        ),
        migrations.AddConstraint(
            model_name="taak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gedaan_door__isnull", True), ("gedaan_op__isnull", True)),
                    models.Q(("gedaan_door__isnull", False), ("gedaan_op__isnull", False)),
                    _connector="OR",
                ),
                name="taak_gedaan_op_en_door",
            ),
        ),
        migrations.AddIndex(
            model_name="termijn",
            index=models.Index(
                condition=models.Q(("status__in", ["lopend", "te_laat"])),
                fields=["gemeente", "uiterste_datum", "id"],
                include=("dossier", "aard"),
                name="termijn_open",
            ),
        ),
        migrations.AddIndex(
            model_name="termijn",
            index=models.Index(
                condition=models.Q(("status__in", ["lopend", "te_laat"]), ("aard__in", ["plicht", "streven"])),
                fields=["dossier", "uiterste_datum", "id"],
                name="termijn_te_doen",
            ),
        ),
        migrations.AddIndex(
            model_name="termijn",
            index=models.Index(fields=["dossier", "start", "id"], name="termijn_van_dossier"),
        ),
        migrations.AddIndex(
            model_name="termijn",
            index=models.Index(
                condition=models.Q(("status", "lopend")), fields=["gemeente", "uiterste_datum"], name="termijn_lopend"
            ),
        ),
        migrations.AddIndex(
            model_name="termijn",
            index=models.Index(
                condition=models.Q(("invoer__has_key", "opschortingen"), ("status__in", ["lopend", "opgeschort"])),
                fields=["gemeente"],
                name="termijn_opschortbaar",
            ),
        ),
        migrations.AddIndex(
            model_name="termijn",
            index=models.Index(
                condition=models.Q(("status__in", ["lopend", "te_laat", "verwacht", "opgeschort"])),
                fields=["gemeente", "kalender_versie", "regel", "regel_versie"],
                name="termijn_afgeleid",
            ),
        ),
        migrations.AddConstraint(
            model_name="termijn",
            constraint=models.UniqueConstraint(fields=("regel", "aanleiding"), name="termijn_een_per_aanleiding"),
        ),
        migrations.AddConstraint(
            model_name="termijn",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        [
                            "verwacht",
                            "lopend",
                            "opgeschort",
                            "gehaald",
                            "te_laat",
                            "te_laat_gehaald",
                            "voorbij",
                            "vervallen",
                        ],
                    )
                ),
                name="termijn_status_bekend",
            ),
        ),
        migrations.AddConstraint(
            model_name="termijn",
            constraint=models.CheckConstraint(
                condition=models.Q(("uiterste_datum__gte", models.F("start"))), name="termijn_eindigt_na_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="termijn",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("datum_gehaald__isnull", False), ("status__in", ["gehaald", "te_laat_gehaald"])),
                    models.Q(
                        models.Q(("status__in", ["gehaald", "te_laat_gehaald"]), _negated=True),
                        ("datum_gehaald__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="termijn_gehaald_met_datum",
            ),
        ),
        migrations.AddIndex(
            model_name="signaal",
            index=models.Index(fields=["ontvanger", "-on", "-id"], name="signaal_van_ontvanger"),
        ),
        migrations.AddIndex(
            model_name="signaal",
            index=models.Index(
                condition=models.Q(("ontvanger__isnull", True)),
                fields=["gemeente", "-on", "-id"],
                name="signaal_van_gemeente",
            ),
        ),
        migrations.AddIndex(
            model_name="opschorting",
            index=models.Index(fields=["dossier", "-van", "-id"], name="opschorting_van_dossier"),
        ),
        migrations.AddConstraint(
            model_name="opschorting",
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
                name="opschorting_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="opschorting",
            constraint=models.CheckConstraint(
                condition=models.Q(("tot__gte", models.F("van"))), name="opschorting_eindigt_na_begin"
            ),
        ),
        migrations.AddConstraint(
            model_name="opschorting",
            constraint=models.CheckConstraint(
                condition=models.Q(("toelichting", ""), _negated=True), name="opschorting_met_toelichting"
            ),
        ),
        migrations.AddConstraint(
            model_name="opschorting",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("ingetrokken_op__isnull", True), ("soort", "opschorting")),
                expressions=[
                    ("termijn", "="),
                    (
                        cases.models.uitstel.Periode(
                            "van",
                            "tot",
                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                inclusive_lower=True, inclusive_upper=True
                            ),
                        ),
                        "&&",
                    ),
                ],
                name="opschorting_overlapt_niet",
            ),
        ),
        migrations.AddConstraint(
            model_name="opschorting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ingetrokken_op__isnull", True), ("soort", "verdaging")),
                fields=("termijn",),
                name="opschorting_een_verdaging",
            ),
        ),
        migrations.AddIndex(
            model_name="ingebrekestelling",
            index=models.Index(fields=["dossier", "-ontvangen_op", "-id"], name="ingebreke_van_dossier"),
        ),
        migrations.AddConstraint(
            model_name="ingebrekestelling",
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
                name="ingebrekestelling_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="ingebrekestelling",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ingetrokken_op__isnull", True)),
                fields=("termijn",),
                name="ingebrekestelling_een_per_termijn",
            ),
        ),
        migrations.AddIndex(
            model_name="historicalopschorting",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_7733ea_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalingebrekestelling",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_678723_idx"),
        ),
        migrations.AddConstraint(
            model_name="termijnbericht",
            constraint=models.CheckConstraint(
                condition=models.Q(("reden", ""), _negated=True), name="termijnbericht_met_reden"
            ),
        ),
        migrations.AddConstraint(
            model_name="termijnbericht",
            constraint=models.CheckConstraint(
                condition=models.Q(("verwacht_op__gte", models.F("datum"))), name="termijnbericht_verwacht_later"
            ),
        ),
        migrations.AddConstraint(
            model_name="uhtstatuswijziging",
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
                name="uhtstatuswijziging_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="verificatie",
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
                name="verificatie_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="verificatie",
            constraint=models.CheckConstraint(
                condition=models.Q(("datum_antwoord__gte", models.F("datum_gevraagd"))),
                name="verificatie_antwoord_na_vraag",
            ),
        ),
        migrations.AddConstraint(
            model_name="verificatie",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("antwoord", ""), ("datum_antwoord__isnull", True)),
                    models.Q(models.Q(("antwoord", ""), _negated=True), ("datum_antwoord__isnull", False)),
                    _connector="OR",
                ),
                name="verificatie_antwoord_met_datum",
            ),
        ),
        migrations.AddConstraint(
            model_name="verificatie",
            constraint=models.CheckConstraint(
                condition=models.Q(("spoed", False), ("kanaal", "telefoon"), _connector="OR"),
                name="verificatie_spoed_per_telefoon",
            ),
        ),
        migrations.AddConstraint(
            model_name="verificatiecode",
            constraint=models.UniqueConstraint(fields=("gemeente", "geldig_vanaf"), name="verificatiecode_een_per_dag"),
        ),
    ]
    operations = in_een_keer(operations)
