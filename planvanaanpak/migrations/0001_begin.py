"""The plan van aanpak, its besluiten and their letters, and what is brought against them."""

from decimal import Decimal

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.math
import django.db.models.functions.text
import simple_history.models
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
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="bewijs",
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
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berichttoestemmingen",
                        to="cases.persoon",
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "toestemming voor elektronische post",
                "verbose_name_plural": "toestemmingen voor elektronische post",
                "ordering": ["soort", "-gegeven_op", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Besluit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.CharField(max_length=20, unique=True, verbose_name="besluitnummer")),
                (
                    "soort",
                    models.CharField(
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
                ("ingang", models.DateField(blank=True, null=True, verbose_name="geldt vanaf")),
                ("datum", models.DateField(verbose_name="datum van de brief")),
                ("snapshot", models.JSONField(verbose_name="wat is besloten")),
                ("vastgesteld_op", models.DateTimeField()),
                ("verzonden_op", models.DateField(blank=True, null=True, verbose_name="verzonden op")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="besluiten", to="cases.dossier"
                    ),
                ),
                (
                    "gaat_over",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gewijzigd_met",
                        to="planvanaanpak.besluit",
                        verbose_name="herziet of trekt in",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
                    ),
                ),
                (
                    "vastgesteld_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "verzonden_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "vult_aan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanvullingen",
                        to="planvanaanpak.besluit",
                        verbose_name="vult aan",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "besluiten",
                "ordering": ["-vastgesteld_op", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Beroep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("beroep", "Beroep tegen het besluit op bezwaar"),
                            ("rechtstreeks", "Rechtstreeks beroep, zonder besluit op bezwaar"),
                            ("niet_tijdig", "Beroep omdat er niet op tijd is beslist"),
                            ("voorlopige_voorziening", "Verzoek om een voorlopige voorziening"),
                            ("hoger_beroep", "Hoger beroep"),
                        ],
                        max_length=30,
                        verbose_name="soort",
                    ),
                ),
                ("datum", models.DateField(verbose_name="ingesteld op")),
                ("gerecht", models.CharField(max_length=120, verbose_name="gerecht")),
                ("zaaknummer", models.CharField(blank=True, max_length=40, verbose_name="zaaknummer")),
                ("uitspraak_datum", models.DateField(blank=True, null=True, verbose_name="datum van de uitspraak")),
                ("uitspraak_verzonden", models.DateField(blank=True, null=True, verbose_name="uitspraak verzonden op")),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gegrond", "Gegrond"),
                            ("deels_gegrond", "Deels gegrond"),
                            ("ongegrond", "Ongegrond"),
                            ("niet_ontvankelijk", "Niet-ontvankelijk"),
                            ("toegewezen", "Toegewezen"),
                            ("afgewezen", "Afgewezen"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        max_length=20,
                        verbose_name="uitkomst",
                    ),
                ),
                (
                    "opdracht",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("opnieuw", "Ja: de gemeente moet alsnog of opnieuw beslissen"),
                            ("herroepen", "Nee: het gerecht herriep zelf ook het eerste besluit"),
                            (
                                "niet",
                                "Nee: het gerecht besliste anders zelf, liet de gevolgen in stand, of er is al beslist",
                            ),
                        ],
                        max_length=10,
                        verbose_name="wat de gemeente moet doen",
                    ),
                ),
                ("opdracht_tot", models.DateField(blank=True, null=True, verbose_name="uiterlijk beslissen op")),
                (
                    "dwangsom_verbeurd",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="vastgestelde dwangsom"),
                ),
                (
                    "dwangsom_per_dag",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="dwangsom voor elke dag te laat"),
                ),
                (
                    "dwangsom_hoogstens",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="dwangsom hoogstens"),
                ),
                ("stond", models.JSONField(blank=True, null=True)),
                ("toelichting", models.TextField(blank=True, verbose_name="toelichting")),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="beroepen", to="cases.dossier"
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
                    "klok",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.termijn",
                        verbose_name="termijn na de uitspraak",
                    ),
                ),
                (
                    "termijn",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.termijn",
                        verbose_name="welke termijn ging voorbij",
                    ),
                ),
                (
                    "besluit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beroepen",
                        to="planvanaanpak.besluit",
                        verbose_name="tegen welk besluit",
                    ),
                ),
                (
                    "nieuw_besluit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="na_beroep",
                        to="planvanaanpak.besluit",
                        verbose_name="besluit na de uitspraak",
                    ),
                ),
                (
                    "vernietigd",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vernietigd_met",
                        to="planvanaanpak.besluit",
                        verbose_name="vernietigd besluit",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "beroepen",
                "ordering": ["-datum", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BesluitPdf",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("inhoud", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "besluit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pdf", to="planvanaanpak.besluit"
                    ),
                ),
            ],
            options={
                "verbose_name": "pdf van een besluit",
                "verbose_name_plural": "pdf's van besluiten",
            },
        ),
        migrations.CreateModel(
            name="Bezwaar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("ontvangen_op", models.DateField(verbose_name="ontvangen op")),
                ("gepost_op", models.DateField(blank=True, null=True, verbose_name="op de post gedaan op")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("post", "Per post"),
                            ("afgegeven", "Afgegeven aan de balie"),
                            ("e-mail", "Per e-mail"),
                            ("online", "Online formulier"),
                        ],
                        max_length=20,
                        verbose_name="hoe ontvangen",
                    ),
                ),
                (
                    "indiener",
                    models.CharField(
                        choices=[
                            ("rechthebbende", "De inwoner zelf"),
                            ("gemachtigde", "Iemand namens de inwoner"),
                            ("belanghebbende", "Een andere belanghebbende, voor zichzelf"),
                        ],
                        max_length=20,
                        verbose_name="wie maakt bezwaar",
                    ),
                ),
                (
                    "belanghebbende",
                    models.CharField(blank=True, max_length=160, verbose_name="naam van de belanghebbende"),
                ),
                ("relatie", models.CharField(blank=True, max_length=120, verbose_name="relatie tot de inwoner")),
                ("adres", models.TextField(blank=True, verbose_name="postadres van de belanghebbende")),
                ("gronden", models.TextField(blank=True, verbose_name="waarom de indiener het niet eens is")),
                ("aanvullen_tot", models.DateField(blank=True, null=True, verbose_name="aanvullen tot en met")),
                ("commissie", models.BooleanField(default=False, verbose_name="met adviescommissie")),
                ("rechtstreeks", models.BooleanField(default=False, verbose_name="vraagt rechtstreeks beroep")),
                (
                    "instemming",
                    models.BooleanField(blank=True, null=True, verbose_name="instemming met rechtstreeks beroep"),
                ),
                (
                    "instemming_reden",
                    models.TextField(blank=True, verbose_name="waarom wel of niet rechtstreeks beroep"),
                ),
                ("instemming_op", models.DateTimeField(blank=True, null=True)),
                (
                    "doorgezonden_op",
                    models.DateField(blank=True, null=True, verbose_name="doorgezonden aan het gerecht op"),
                ),
                ("verschoonbaar", models.BooleanField(blank=True, null=True, verbose_name="te laat is verschoonbaar")),
                ("verschoonbaar_reden", models.TextField(blank=True, verbose_name="waarom wel of niet verschoonbaar")),
                ("verschoonbaar_op", models.DateTimeField(blank=True, null=True)),
                (
                    "afzien_grond",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kennelijk_niet_ontvankelijk", "Het bezwaar is kennelijk niet-ontvankelijk (onder a)"),
                            ("kennelijk_ongegrond", "Het bezwaar is kennelijk ongegrond (onder b)"),
                            ("wil_niet", "De indiener heeft verklaard niet gehoord te willen worden (onder c)"),
                            ("geen_reactie", "De indiener zei niet op tijd gehoord te willen worden (onder d)"),
                            ("tegemoet", "De gemeente komt helemaal tegemoet aan het bezwaar (onder e)"),
                        ],
                        max_length=30,
                        verbose_name="waarom niet gehoord",
                    ),
                ),
                ("afzien_toelichting", models.TextField(blank=True, verbose_name="toelichting bij niet horen")),
                ("advies_datum", models.DateField(blank=True, null=True, verbose_name="datum van het advies")),
                (
                    "advies_strekking",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gegrond", "Gegrond"),
                            ("deels_gegrond", "Deels gegrond"),
                            ("ongegrond", "Ongegrond"),
                            ("niet_ontvankelijk", "Niet-ontvankelijk"),
                        ],
                        max_length=20,
                        verbose_name="advies",
                    ),
                ),
                ("advies_tekst", models.TextField(blank=True, verbose_name="wat de commissie adviseert")),
                (
                    "intrekking_datum",
                    models.DateField(blank=True, null=True, verbose_name="ingetrokken door de indiener op"),
                ),
                (
                    "intrekking_wijze",
                    models.CharField(
                        blank=True,
                        choices=[("schriftelijk", "Schriftelijk"), ("mondeling", "Mondeling, tijdens de hoorzitting")],
                        max_length=20,
                        verbose_name="hoe ingetrokken",
                    ),
                ),
                (
                    "dictum",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gegrond", "Gegrond"),
                            ("deels_gegrond", "Deels gegrond"),
                            ("ongegrond", "Ongegrond"),
                            ("niet_ontvankelijk", "Niet-ontvankelijk"),
                        ],
                        max_length=20,
                        verbose_name="dictum",
                    ),
                ),
                (
                    "vervolg",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("geen", "Er is geen nieuw besluit nodig"),
                            ("nieuw_besluit", "Er komt een nieuw besluit"),
                        ],
                        max_length=20,
                        verbose_name="wat er volgt",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "advies_document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="advies als document",
                    ),
                ),
                (
                    "beslissing",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beslist_op",
                        to="planvanaanpak.besluit",
                        verbose_name="besluit op bezwaar",
                    ),
                ),
                (
                    "besluit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bezwaren",
                        to="planvanaanpak.besluit",
                        verbose_name="tegen welk besluit",
                    ),
                ),
                (
                    "bevestiging",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="ontvangstbevestiging",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="bezwaarschrift",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="bezwaren", to="cases.dossier"
                    ),
                ),
                (
                    "gemachtigde",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bezwaren",
                        to="cases.betrokkene",
                        verbose_name="namens de indiener",
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
                    "instemming_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intrekking_document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="brief van intrekking",
                    ),
                ),
                (
                    "na_uitspraak",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planvanaanpak.beroep",
                        verbose_name="opnieuw te beslissen na",
                    ),
                ),
                (
                    "termijn",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bezwaar",
                        to="cases.termijn",
                        verbose_name="termijn om te beslissen",
                    ),
                ),
                (
                    "verschoonbaar_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "vervolg_besluit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="na_bezwaar",
                        to="planvanaanpak.besluit",
                        verbose_name="nieuw besluit",
                    ),
                ),
                (
                    "vervolg_taak",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.taak",
                        verbose_name="taak voor het nieuwe besluit",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "bezwaren",
                "ordering": ["-ontvangen_op", "-id"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="beroep",
            name="bezwaar",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="beroepen",
                to="planvanaanpak.bezwaar",
            ),
        ),
        migrations.CreateModel(
            name="Bijsluiter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("datum", models.DateField(verbose_name="dag van verzending")),
                ("envelop", models.JSONField(blank=True, null=True, verbose_name="envelop")),
                ("inhoud", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "besluit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bijsluiters",
                        to="planvanaanpak.besluit",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "bijsluiters",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Commissievergadering",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("datum", models.DateField(verbose_name="datum")),
                ("tijd", models.TimeField(verbose_name="tijd")),
                ("plaats", models.CharField(max_length=160, verbose_name="plaats")),
                (
                    "status",
                    models.CharField(
                        choices=[("gepland", "Gepland"), ("gehouden", "Gehouden"), ("afgezegd", "Afgezegd")],
                        default="gepland",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("afgezegd_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom afgezegd")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "aanwezigen",
                    models.ManyToManyField(
                        blank=True, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="aanwezig"
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "vergaderingen van de commissie",
                "ordering": ["-datum", "-tijd", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Dienst",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                ("uitvoerder", models.CharField(max_length=120, verbose_name="uitvoerder")),
                ("eenheid", models.CharField(max_length=30, verbose_name="eenheid")),
                (
                    "tarief",
                    models.DecimalField(decimal_places=2, max_digits=10, verbose_name="tarief per eenheid, met btw"),
                ),
                ("bron", models.CharField(max_length=200, verbose_name="bron")),
                ("is_actief", models.BooleanField(default=True, verbose_name="te kiezen")),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="diensten", to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "diensten",
                "ordering": ["naam", "id"],
            },
        ),
        migrations.CreateModel(
            name="Doel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("tekst", models.TextField(verbose_name="doel")),
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
                ("datum_behaald", models.DateField(blank=True, null=True, verbose_name="behaald op")),
                ("reden_vervallen", models.TextField(blank=True, verbose_name="waarom het vervalt")),
                ("reden_toegevoegd", models.TextField(blank=True, verbose_name="waarom het doel erbij kwam")),
                ("toegevoegd_op", models.DateTimeField(blank=True, null=True)),
                (
                    "gezinslid",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.gezinslid",
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "toegevoegd_door",
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
                "verbose_name_plural": "doelen",
                "ordering": ["id"],
            },
        ),
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
                (
                    "doel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stappen", to="planvanaanpak.doel"
                    ),
                ),
            ],
            options={
                "verbose_name": "stap naar een doel",
                "verbose_name_plural": "stappen naar een doel",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Drukronde",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("datum", models.DateField(verbose_name="dag van de brieven")),
                ("gemaakt_op", models.DateTimeField()),
                ("afgedrukt_op", models.DateTimeField(blank=True, null=True)),
                (
                    "afgedrukt_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="drukronden", to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "drukronden",
                "ordering": ["-gemaakt_op", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Drukregel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("volgorde", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                (
                    "besluit",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drukregel",
                        to="planvanaanpak.besluit",
                    ),
                ),
                (
                    "bijsluiter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drukregel",
                        to="planvanaanpak.bijsluiter",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drukregel",
                        to="cases.document",
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
                    "ronde",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="regels",
                        to="planvanaanpak.drukronde",
                        verbose_name="drukronde",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "drukregels",
                "ordering": ["ronde", "volgorde"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Goedkeuring",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(max_length=20, verbose_name="soort besluit")),
                (
                    "bedrag",
                    models.DecimalField(decimal_places=2, max_digits=10, verbose_name="bedrag dat wordt toegekend"),
                ),
                ("brief", models.JSONField(verbose_name="de brief")),
                ("vingerafdruk", models.CharField(max_length=64)),
                ("pad", models.CharField(max_length=200)),
                ("invoer", models.JSONField(default=dict, verbose_name="wat is ingevuld")),
                ("gevraagd_op", models.DateTimeField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Gevraagd"),
                            ("goedgekeurd", "Goedgekeurd"),
                            ("teruggestuurd", "Teruggestuurd"),
                            ("vervallen", "Vervallen"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="gevraagd",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("beslist_op", models.DateTimeField(blank=True, null=True)),
                ("opmerking", models.TextField(blank=True, verbose_name="opmerking")),
                (
                    "beslist_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "besluit",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goedkeuring",
                        to="planvanaanpak.besluit",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="goedkeuringen", to="cases.dossier"
                    ),
                ),
                (
                    "gevraagd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "goedkeuringen",
                "ordering": ["-gevraagd_op", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Herroeping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deels", models.BooleanField(default=False, verbose_name="voor een deel")),
                (
                    "besluit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="herroepingen",
                        to="planvanaanpak.besluit",
                    ),
                ),
                (
                    "met",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="herroept",
                        to="planvanaanpak.besluit",
                    ),
                ),
                (
                    "uitspraak",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="herroept",
                        to="planvanaanpak.beroep",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "herroepingen",
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
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="bewijs",
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
                (
                    "vastgelegd_door",
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
                "verbose_name": "historical toestemming voor elektronische post",
                "verbose_name_plural": "historical toestemmingen voor elektronische post",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBeroep",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("beroep", "Beroep tegen het besluit op bezwaar"),
                            ("rechtstreeks", "Rechtstreeks beroep, zonder besluit op bezwaar"),
                            ("niet_tijdig", "Beroep omdat er niet op tijd is beslist"),
                            ("voorlopige_voorziening", "Verzoek om een voorlopige voorziening"),
                            ("hoger_beroep", "Hoger beroep"),
                        ],
                        max_length=30,
                        verbose_name="soort",
                    ),
                ),
                ("datum", models.DateField(verbose_name="ingesteld op")),
                ("gerecht", models.CharField(max_length=120, verbose_name="gerecht")),
                ("zaaknummer", models.CharField(blank=True, max_length=40, verbose_name="zaaknummer")),
                ("uitspraak_datum", models.DateField(blank=True, null=True, verbose_name="datum van de uitspraak")),
                ("uitspraak_verzonden", models.DateField(blank=True, null=True, verbose_name="uitspraak verzonden op")),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gegrond", "Gegrond"),
                            ("deels_gegrond", "Deels gegrond"),
                            ("ongegrond", "Ongegrond"),
                            ("niet_ontvankelijk", "Niet-ontvankelijk"),
                            ("toegewezen", "Toegewezen"),
                            ("afgewezen", "Afgewezen"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        max_length=20,
                        verbose_name="uitkomst",
                    ),
                ),
                (
                    "opdracht",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("opnieuw", "Ja: de gemeente moet alsnog of opnieuw beslissen"),
                            ("herroepen", "Nee: het gerecht herriep zelf ook het eerste besluit"),
                            (
                                "niet",
                                "Nee: het gerecht besliste anders zelf, liet de gevolgen in stand, of er is al beslist",
                            ),
                        ],
                        max_length=10,
                        verbose_name="wat de gemeente moet doen",
                    ),
                ),
                ("opdracht_tot", models.DateField(blank=True, null=True, verbose_name="uiterlijk beslissen op")),
                (
                    "dwangsom_verbeurd",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="vastgestelde dwangsom"),
                ),
                (
                    "dwangsom_per_dag",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="dwangsom voor elke dag te laat"),
                ),
                (
                    "dwangsom_hoogstens",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="dwangsom hoogstens"),
                ),
                ("stond", models.JSONField(blank=True, null=True)),
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
                    "besluit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.besluit",
                        verbose_name="tegen welk besluit",
                    ),
                ),
                (
                    "bezwaar",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.bezwaar",
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
                    "klok",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.termijn",
                        verbose_name="termijn na de uitspraak",
                    ),
                ),
                (
                    "nieuw_besluit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.besluit",
                        verbose_name="besluit na de uitspraak",
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
                        verbose_name="welke termijn ging voorbij",
                    ),
                ),
                (
                    "vernietigd",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.besluit",
                        verbose_name="vernietigd besluit",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical beroep",
                "verbose_name_plural": "historical beroepen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBezwaar",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                ("ontvangen_op", models.DateField(verbose_name="ontvangen op")),
                ("gepost_op", models.DateField(blank=True, null=True, verbose_name="op de post gedaan op")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("post", "Per post"),
                            ("afgegeven", "Afgegeven aan de balie"),
                            ("e-mail", "Per e-mail"),
                            ("online", "Online formulier"),
                        ],
                        max_length=20,
                        verbose_name="hoe ontvangen",
                    ),
                ),
                (
                    "indiener",
                    models.CharField(
                        choices=[
                            ("rechthebbende", "De inwoner zelf"),
                            ("gemachtigde", "Iemand namens de inwoner"),
                            ("belanghebbende", "Een andere belanghebbende, voor zichzelf"),
                        ],
                        max_length=20,
                        verbose_name="wie maakt bezwaar",
                    ),
                ),
                (
                    "belanghebbende",
                    models.CharField(blank=True, max_length=160, verbose_name="naam van de belanghebbende"),
                ),
                ("relatie", models.CharField(blank=True, max_length=120, verbose_name="relatie tot de inwoner")),
                ("adres", models.TextField(blank=True, verbose_name="postadres van de belanghebbende")),
                ("gronden", models.TextField(blank=True, verbose_name="waarom de indiener het niet eens is")),
                ("aanvullen_tot", models.DateField(blank=True, null=True, verbose_name="aanvullen tot en met")),
                ("commissie", models.BooleanField(default=False, verbose_name="met adviescommissie")),
                ("rechtstreeks", models.BooleanField(default=False, verbose_name="vraagt rechtstreeks beroep")),
                (
                    "instemming",
                    models.BooleanField(blank=True, null=True, verbose_name="instemming met rechtstreeks beroep"),
                ),
                (
                    "instemming_reden",
                    models.TextField(blank=True, verbose_name="waarom wel of niet rechtstreeks beroep"),
                ),
                ("instemming_op", models.DateTimeField(blank=True, null=True)),
                (
                    "doorgezonden_op",
                    models.DateField(blank=True, null=True, verbose_name="doorgezonden aan het gerecht op"),
                ),
                ("verschoonbaar", models.BooleanField(blank=True, null=True, verbose_name="te laat is verschoonbaar")),
                ("verschoonbaar_reden", models.TextField(blank=True, verbose_name="waarom wel of niet verschoonbaar")),
                ("verschoonbaar_op", models.DateTimeField(blank=True, null=True)),
                (
                    "afzien_grond",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kennelijk_niet_ontvankelijk", "Het bezwaar is kennelijk niet-ontvankelijk (onder a)"),
                            ("kennelijk_ongegrond", "Het bezwaar is kennelijk ongegrond (onder b)"),
                            ("wil_niet", "De indiener heeft verklaard niet gehoord te willen worden (onder c)"),
                            ("geen_reactie", "De indiener zei niet op tijd gehoord te willen worden (onder d)"),
                            ("tegemoet", "De gemeente komt helemaal tegemoet aan het bezwaar (onder e)"),
                        ],
                        max_length=30,
                        verbose_name="waarom niet gehoord",
                    ),
                ),
                ("afzien_toelichting", models.TextField(blank=True, verbose_name="toelichting bij niet horen")),
                ("advies_datum", models.DateField(blank=True, null=True, verbose_name="datum van het advies")),
                (
                    "advies_strekking",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gegrond", "Gegrond"),
                            ("deels_gegrond", "Deels gegrond"),
                            ("ongegrond", "Ongegrond"),
                            ("niet_ontvankelijk", "Niet-ontvankelijk"),
                        ],
                        max_length=20,
                        verbose_name="advies",
                    ),
                ),
                ("advies_tekst", models.TextField(blank=True, verbose_name="wat de commissie adviseert")),
                (
                    "intrekking_datum",
                    models.DateField(blank=True, null=True, verbose_name="ingetrokken door de indiener op"),
                ),
                (
                    "intrekking_wijze",
                    models.CharField(
                        blank=True,
                        choices=[("schriftelijk", "Schriftelijk"), ("mondeling", "Mondeling, tijdens de hoorzitting")],
                        max_length=20,
                        verbose_name="hoe ingetrokken",
                    ),
                ),
                (
                    "dictum",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gegrond", "Gegrond"),
                            ("deels_gegrond", "Deels gegrond"),
                            ("ongegrond", "Ongegrond"),
                            ("niet_ontvankelijk", "Niet-ontvankelijk"),
                        ],
                        max_length=20,
                        verbose_name="dictum",
                    ),
                ),
                (
                    "vervolg",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("geen", "Er is geen nieuw besluit nodig"),
                            ("nieuw_besluit", "Er komt een nieuw besluit"),
                        ],
                        max_length=20,
                        verbose_name="wat er volgt",
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
                    "advies_document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="advies als document",
                    ),
                ),
                (
                    "beslissing",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.besluit",
                        verbose_name="besluit op bezwaar",
                    ),
                ),
                (
                    "besluit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.besluit",
                        verbose_name="tegen welk besluit",
                    ),
                ),
                (
                    "bevestiging",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="ontvangstbevestiging",
                    ),
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
                        verbose_name="bezwaarschrift",
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
                    "gemachtigde",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.betrokkene",
                        verbose_name="namens de indiener",
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
                    "instemming_door",
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
                    "intrekking_document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="brief van intrekking",
                    ),
                ),
                (
                    "na_uitspraak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.beroep",
                        verbose_name="opnieuw te beslissen na",
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
                        verbose_name="termijn om te beslissen",
                    ),
                ),
                (
                    "verschoonbaar_door",
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
                    "vervolg_besluit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.besluit",
                        verbose_name="nieuw besluit",
                    ),
                ),
                (
                    "vervolg_taak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.taak",
                        verbose_name="taak voor het nieuwe besluit",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical bezwaar",
                "verbose_name_plural": "historical bezwaren",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCommissievergadering",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("datum", models.DateField(verbose_name="datum")),
                ("tijd", models.TimeField(verbose_name="tijd")),
                ("plaats", models.CharField(max_length=160, verbose_name="plaats")),
                (
                    "status",
                    models.CharField(
                        choices=[("gepland", "Gepland"), ("gehouden", "Gehouden"), ("afgezegd", "Afgezegd")],
                        default="gepland",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("afgezegd_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom afgezegd")),
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
                "verbose_name": "historical commissievergadering",
                "verbose_name_plural": "historical vergaderingen van de commissie",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDienst",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                ("uitvoerder", models.CharField(max_length=120, verbose_name="uitvoerder")),
                ("eenheid", models.CharField(max_length=30, verbose_name="eenheid")),
                (
                    "tarief",
                    models.DecimalField(decimal_places=2, max_digits=10, verbose_name="tarief per eenheid, met btw"),
                ),
                ("bron", models.CharField(max_length=200, verbose_name="bron")),
                ("is_actief", models.BooleanField(default=True, verbose_name="te kiezen")),
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
                "verbose_name": "historical dienst",
                "verbose_name_plural": "historical diensten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
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
                (
                    "doel",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.doel",
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
                "verbose_name": "historical stap naar een doel",
                "verbose_name_plural": "historical stappen naar een doel",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGoedkeuring",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("soort", models.CharField(max_length=20, verbose_name="soort besluit")),
                (
                    "bedrag",
                    models.DecimalField(decimal_places=2, max_digits=10, verbose_name="bedrag dat wordt toegekend"),
                ),
                ("brief", models.JSONField(verbose_name="de brief")),
                ("vingerafdruk", models.CharField(max_length=64)),
                ("pad", models.CharField(max_length=200)),
                ("invoer", models.JSONField(default=dict, verbose_name="wat is ingevuld")),
                ("gevraagd_op", models.DateTimeField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Gevraagd"),
                            ("goedgekeurd", "Goedgekeurd"),
                            ("teruggestuurd", "Teruggestuurd"),
                            ("vervallen", "Vervallen"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="gevraagd",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("beslist_op", models.DateTimeField(blank=True, null=True)),
                ("opmerking", models.TextField(blank=True, verbose_name="opmerking")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "beslist_door",
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
                    "besluit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.besluit",
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
                    "gevraagd_door",
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
            ],
            options={
                "verbose_name": "historical goedkeuring",
                "verbose_name_plural": "historical goedkeuringen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHoorzitting",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("datum", models.DateField(verbose_name="datum")),
                ("tijd", models.TimeField(verbose_name="tijd")),
                ("plaats", models.CharField(max_length=160, verbose_name="plaats")),
                ("door_wie", models.CharField(max_length=200, verbose_name="wie hoort")),
                (
                    "instemming",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="instemming met een kortere tijd voor de stukken"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("gepland", "Gepland"), ("gehouden", "Gehouden"), ("afgezegd", "Afgezegd")],
                        default="gepland",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("aanwezig", models.CharField(blank=True, max_length=300, verbose_name="wie er waren")),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                ("afgezegd_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom afgezegd")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "bezwaar",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.bezwaar",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.taak",
                        verbose_name="taak op die dag",
                    ),
                ),
                (
                    "uitnodiging",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="uitnodiging",
                    ),
                ),
                (
                    "verslag_document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="verslag als document",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical hoorzitting",
                "verbose_name_plural": "historical hoorzittingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMandaat",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("soort", models.CharField(blank=True, max_length=20, verbose_name="soort besluit")),
                (
                    "rol",
                    models.CharField(
                        blank=True,
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
                    "tot_bedrag",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="tot en met bedrag"
                    ),
                ),
                ("vier_ogen", models.BooleanField(default=False, verbose_name="een collega keurt eerst goed")),
                (
                    "college_beslist",
                    models.BooleanField(default=False, verbose_name="het college neemt dit besluit zelf"),
                ),
                ("vanaf", models.DateField(verbose_name="geldig vanaf")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="geldig tot en met")),
                ("bron", models.CharField(max_length=200, verbose_name="mandaatbesluit en onderdeel")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "gebruiker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="medewerker",
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
                "verbose_name": "historical mandaat",
                "verbose_name_plural": "historical mandaten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNibudprijs",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("editie", models.CharField(max_length=20, verbose_name="editie")),
                ("artikel", models.CharField(max_length=120, verbose_name="artikel")),
                ("bladzijde", models.PositiveSmallIntegerField(verbose_name="bladzijde")),
                ("prijs", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="prijs, met btw")),
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
                "verbose_name": "historical nibudprijs",
                "verbose_name_plural": "historical nibudprijzen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlanVanAanpak",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("versie", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                (
                    "soort",
                    models.CharField(
                        choices=[("volledig", "Volledig"), ("hoofdlijnen", "Op hoofdlijnen"), ("acuut", "Acuut")],
                        default="volledig",
                        max_length=20,
                        verbose_name="soort plan",
                    ),
                ),
                ("situatie", models.TextField(blank=True, verbose_name="situatie bij aanmelding")),
                ("vastgesteld_op", models.DateTimeField(blank=True, null=True)),
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
                (
                    "vastgesteld_door",
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
                "verbose_name": "historical plan van aanpak",
                "verbose_name_plural": "historical plannen van aanpak",
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
                (
                    "besluit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.besluit",
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
                    "taak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.taak",
                        verbose_name="taak om opnieuw te versturen",
                    ),
                ),
                (
                    "vastgelegd_door",
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
                "verbose_name": "historical teruggekomen brief",
                "verbose_name_plural": "historical teruggekomen brieven",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Hoorzitting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("datum", models.DateField(verbose_name="datum")),
                ("tijd", models.TimeField(verbose_name="tijd")),
                ("plaats", models.CharField(max_length=160, verbose_name="plaats")),
                ("door_wie", models.CharField(max_length=200, verbose_name="wie hoort")),
                (
                    "instemming",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="instemming met een kortere tijd voor de stukken"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("gepland", "Gepland"), ("gehouden", "Gehouden"), ("afgezegd", "Afgezegd")],
                        default="gepland",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("aanwezig", models.CharField(blank=True, max_length=300, verbose_name="wie er waren")),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                ("afgezegd_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom afgezegd")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "bezwaar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hoorzittingen",
                        to="planvanaanpak.bezwaar",
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "taak",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.taak",
                        verbose_name="taak op die dag",
                    ),
                ),
                (
                    "uitnodiging",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="uitnodiging",
                    ),
                ),
                (
                    "verslag_document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="verslag als document",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "hoorzittingen",
                "ordering": ["-datum", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Mandaat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(blank=True, max_length=20, verbose_name="soort besluit")),
                (
                    "rol",
                    models.CharField(
                        blank=True,
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
                    "tot_bedrag",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="tot en met bedrag"
                    ),
                ),
                ("vier_ogen", models.BooleanField(default=False, verbose_name="een collega keurt eerst goed")),
                (
                    "college_beslist",
                    models.BooleanField(default=False, verbose_name="het college neemt dit besluit zelf"),
                ),
                ("vanaf", models.DateField(verbose_name="geldig vanaf")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="geldig tot en met")),
                ("bron", models.CharField(max_length=200, verbose_name="mandaatbesluit en onderdeel")),
                (
                    "gebruiker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="medewerker",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mandaten", to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "mandaten",
                "ordering": ["gemeente", "soort", "tot_bedrag", "id"],
            },
        ),
        migrations.CreateModel(
            name="Nibudprijs",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("editie", models.CharField(max_length=20, verbose_name="editie")),
                ("artikel", models.CharField(max_length=120, verbose_name="artikel")),
                ("bladzijde", models.PositiveSmallIntegerField(verbose_name="bladzijde")),
                ("prijs", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="prijs, met btw")),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="nibudprijzen", to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "nibudprijzen",
                "ordering": ["-editie", "artikel", "id"],
            },
        ),
        migrations.CreateModel(
            name="PlanVanAanpak",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("versie", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                (
                    "soort",
                    models.CharField(
                        choices=[("volledig", "Volledig"), ("hoofdlijnen", "Op hoofdlijnen"), ("acuut", "Acuut")],
                        default="volledig",
                        max_length=20,
                        verbose_name="soort plan",
                    ),
                ),
                ("situatie", models.TextField(blank=True, verbose_name="situatie bij aanmelding")),
                ("vastgesteld_op", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plan", to="cases.dossier"
                    ),
                ),
                (
                    "vastgesteld_door",
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
                "verbose_name": "plan van aanpak",
                "verbose_name_plural": "plannen van aanpak",
            },
        ),
        migrations.CreateModel(
            name="Planleefgebied",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("situatie", models.TextField(blank=True, verbose_name="hoe is het nu?")),
                (
                    "voldoet",
                    models.CharField(
                        blank=True,
                        choices=[("ja", "Ja"), ("nee", "Nee"), ("deels", "Deels")],
                        max_length=10,
                        verbose_name="voldoet aan de doelstelling",
                    ),
                ),
                ("hulpvraag", models.TextField(blank=True, verbose_name="hulpvraag")),
                (
                    "weggelaten",
                    models.CharField(blank=True, max_length=200, verbose_name="waarom dit leefgebied niet nodig is"),
                ),
                (
                    "doelstelling_anders",
                    models.CharField(blank=True, max_length=200, verbose_name="gewijzigde doelstelling"),
                ),
                ("doelstelling_reden", models.TextField(blank=True, verbose_name="nieuwe feiten of omstandigheden")),
                ("doelstelling_op", models.DateTimeField(blank=True, null=True)),
                (
                    "doelstelling_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leefgebieden",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "leefgebieden in een plan",
                "ordering": ["id"],
            },
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
                (
                    "geevalueerd_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fasen",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
            ],
            options={
                "verbose_name": "fase van een plan",
                "verbose_name_plural": "fasen van een plan",
                "ordering": ["nummer"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalZonderAkkoord",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("weigert", "De inwoner gaat niet akkoord"),
                            ("geen_antwoord", "De inwoner antwoordt niet, ook niet na twee pogingen"),
                            ("acuut", "Het is acuut: wachten op het akkoord kan niet"),
                        ],
                        max_length=20,
                        verbose_name="waarom zonder akkoord",
                    ),
                ),
                ("reden", models.TextField(verbose_name="toelichting")),
                ("vastgelegd_op", models.DateTimeField()),
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
                    "vastgelegd_door",
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
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plan zonder akkoord",
                "verbose_name_plural": "historical plannen zonder akkoord",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlanleefgebied",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
                ("situatie", models.TextField(blank=True, verbose_name="hoe is het nu?")),
                (
                    "voldoet",
                    models.CharField(
                        blank=True,
                        choices=[("ja", "Ja"), ("nee", "Nee"), ("deels", "Deels")],
                        max_length=10,
                        verbose_name="voldoet aan de doelstelling",
                    ),
                ),
                ("hulpvraag", models.TextField(blank=True, verbose_name="hulpvraag")),
                (
                    "weggelaten",
                    models.CharField(blank=True, max_length=200, verbose_name="waarom dit leefgebied niet nodig is"),
                ),
                (
                    "doelstelling_anders",
                    models.CharField(blank=True, max_length=200, verbose_name="gewijzigde doelstelling"),
                ),
                ("doelstelling_reden", models.TextField(blank=True, verbose_name="nieuwe feiten of omstandigheden")),
                ("doelstelling_op", models.DateTimeField(blank=True, null=True)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "doelstelling_door",
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
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical planleefgebied",
                "verbose_name_plural": "historical leefgebieden in een plan",
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
                (
                    "geevalueerd_door",
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
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.planvanaanpak",
                    ),
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
            name="HistoricalDoel",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
                ("tekst", models.TextField(verbose_name="doel")),
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
                ("datum_behaald", models.DateField(blank=True, null=True, verbose_name="behaald op")),
                ("reden_vervallen", models.TextField(blank=True, verbose_name="waarom het vervalt")),
                ("reden_toegevoegd", models.TextField(blank=True, verbose_name="waarom het doel erbij kwam")),
                ("toegevoegd_op", models.DateTimeField(blank=True, null=True)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "gezinslid",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.gezinslid",
                        verbose_name="voor wie",
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
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical doel",
                "verbose_name_plural": "historical doelen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAkkoord",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("datum", models.DateField(verbose_name="datum van het akkoord")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("e-mail", "E-mail"),
                            ("telefoon", "Telefoon, bevestigd per e-mail"),
                            ("papier", "Op papier"),
                            ("gesprek", "In een gesprek"),
                        ],
                        max_length=20,
                        verbose_name="hoe",
                    ),
                ),
                ("toelichting", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "van",
                    models.CharField(
                        choices=[
                            ("inwoner", "De inwoner zelf"),
                            ("vertegenwoordiger", "Een gemachtigde, bewindvoerder of andere vertegenwoordiger"),
                        ],
                        default="inwoner",
                        max_length=20,
                        verbose_name="wie gaf akkoord",
                    ),
                ),
                (
                    "omvang",
                    models.CharField(
                        choices=[("geheel", "Met het hele plan"), ("deels", "Met een deel van het plan")],
                        default="geheel",
                        max_length=10,
                        verbose_name="waarmee akkoord",
                    ),
                ),
                ("niet_akkoord", models.TextField(blank=True, verbose_name="waarmee niet")),
                ("vastgelegd_op", models.DateTimeField()),
                (
                    "wijziging_reden",
                    models.TextField(blank=True, verbose_name="waarom een wijziging binnen het akkoord valt"),
                ),
                ("wijziging_op", models.DateTimeField(blank=True, null=True)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "bewijs",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="bewijs",
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
                    "vastgelegd_door",
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
                    "vertegenwoordiger",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.betrokkene",
                        verbose_name="namens de inwoner",
                    ),
                ),
                (
                    "wijziging_door",
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
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical akkoord",
                "verbose_name_plural": "historical akkoorden",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="doel",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="doelen", to="planvanaanpak.planvanaanpak"
            ),
        ),
        migrations.CreateModel(
            name="Akkoord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("datum", models.DateField(verbose_name="datum van het akkoord")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("e-mail", "E-mail"),
                            ("telefoon", "Telefoon, bevestigd per e-mail"),
                            ("papier", "Op papier"),
                            ("gesprek", "In een gesprek"),
                        ],
                        max_length=20,
                        verbose_name="hoe",
                    ),
                ),
                ("toelichting", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "van",
                    models.CharField(
                        choices=[
                            ("inwoner", "De inwoner zelf"),
                            ("vertegenwoordiger", "Een gemachtigde, bewindvoerder of andere vertegenwoordiger"),
                        ],
                        default="inwoner",
                        max_length=20,
                        verbose_name="wie gaf akkoord",
                    ),
                ),
                (
                    "omvang",
                    models.CharField(
                        choices=[("geheel", "Met het hele plan"), ("deels", "Met een deel van het plan")],
                        default="geheel",
                        max_length=10,
                        verbose_name="waarmee akkoord",
                    ),
                ),
                ("niet_akkoord", models.TextField(blank=True, verbose_name="waarmee niet")),
                ("vastgelegd_op", models.DateTimeField()),
                (
                    "wijziging_reden",
                    models.TextField(blank=True, verbose_name="waarom een wijziging binnen het akkoord valt"),
                ),
                ("wijziging_op", models.DateTimeField(blank=True, null=True)),
                (
                    "bewijs",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="bewijs",
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vertegenwoordiger",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.betrokkene",
                        verbose_name="namens de inwoner",
                    ),
                ),
                (
                    "wijziging_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="akkoord",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "akkoorden",
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
                (
                    "besluit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planversies",
                        to="planvanaanpak.besluit",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versies",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "versie van een plan",
                "verbose_name_plural": "versies van een plan",
                "ordering": ["nummer"],
            },
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
                (
                    "besluit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="retouren", to="planvanaanpak.besluit"
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
                    "taak",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.taak",
                        verbose_name="taak om opnieuw te versturen",
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
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
                (
                    "besluit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verzendingen",
                        to="planvanaanpak.besluit",
                    ),
                ),
                (
                    "retour",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opnieuw",
                        to="planvanaanpak.retourpost",
                        verbose_name="na teruggekomen brief",
                    ),
                ),
                (
                    "toestemming",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verzendingen",
                        to="planvanaanpak.berichttoestemming",
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "verzendingen",
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="bijsluiter",
            name="verzending",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bijsluiter",
                to="planvanaanpak.verzending",
            ),
        ),
        migrations.CreateModel(
            name="Voorziening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("omschrijving", models.CharField(max_length=120, verbose_name="wat")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("materieel", "Materieel (spullen)"),
                            ("immaterieel", "Immaterieel (hulp en diensten)"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                (
                    "toegang",
                    models.CharField(
                        choices=[
                            ("vrij", "Vrij toegankelijk: iedereen kan dit zonder besluit gebruiken"),
                            ("niet_vrij", "Niet vrij toegankelijk: hier is een besluit voor nodig"),
                        ],
                        default="niet_vrij",
                        max_length=10,
                        verbose_name="toegang",
                    ),
                ),
                (
                    "voor_wie",
                    models.CharField(
                        choices=[
                            ("inwoner", "De inwoner zelf"),
                            ("gezinslid", "Een gezinslid"),
                            ("gezin", "Het hele gezin"),
                        ],
                        default="inwoner",
                        max_length=10,
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "noodzaak",
                    models.CharField(
                        choices=[("noodzaak", "Noodzaak"), ("wens", "Wens")],
                        max_length=10,
                        verbose_name="nodig of wens",
                    ),
                ),
                ("motivering", models.TextField(verbose_name="waarom")),
                ("obstakel", models.TextField(blank=True, verbose_name="obstakel dat dit wegneemt")),
                ("geschiktheid", models.TextField(blank=True, verbose_name="geschiktheid")),
                ("noodzakelijkheid", models.TextField(blank=True, verbose_name="noodzakelijkheid")),
                ("evenredigheid", models.TextField(blank=True, verbose_name="evenredigheid")),
                (
                    "voorstel",
                    models.CharField(
                        choices=[("toekennen", "Toekennen"), ("afwijzen", "Afwijzen")],
                        default="toekennen",
                        max_length=10,
                        verbose_name="voorstel",
                    ),
                ),
                (
                    "weigeringsgrond",
                    models.CharField(blank=True, max_length=200, verbose_name="grond voor het afwijzen"),
                ),
                ("grond_code", models.CharField(blank=True, max_length=20, verbose_name="code van de grond")),
                ("grond_artikel", models.CharField(blank=True, max_length=120, verbose_name="artikel van de grond")),
                ("zienswijze", models.TextField(blank=True, verbose_name="wat de inwoner van het afwijzen vindt")),
                ("uitzondering", models.CharField(blank=True, max_length=20, verbose_name="uitzondering")),
                (
                    "uitzondering_waarom",
                    models.TextField(blank=True, verbose_name="waarom de uitzondering wel of niet geldt"),
                ),
                (
                    "uitzondering_situatie",
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
                        verbose_name="bedreigende situatie van toen",
                    ),
                ),
                ("uitzondering_datum", models.DateField(blank=True, null=True, verbose_name="dag van die situatie")),
                ("vervolg_waarom", models.TextField(blank=True, verbose_name="waarom dat herhaling voorkomt")),
                ("nogmaals", models.TextField(blank=True, verbose_name="waarom nog een keer")),
                (
                    "schuld",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nee", "Nee"),
                            ("achterstand", "Ja, een achterstand in een bedreigende situatie"),
                            ("sanering", "Ja, dit is een saneringskrediet voor een jongere"),
                        ],
                        max_length=12,
                        verbose_name="betaalt dit schulden",
                    ),
                ),
                ("aantal", models.DecimalField(decimal_places=2, default=1, max_digits=8, verbose_name="aantal")),
                ("eenheid", models.CharField(blank=True, max_length=30, verbose_name="eenheid")),
                (
                    "eenheidsprijs",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="prijs per stuk, met btw"
                    ),
                ),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="bedrag, met btw")),
                (
                    "btw",
                    models.DecimalField(
                        blank=True, decimal_places=2, default=0, max_digits=10, null=True, verbose_name="waarvan btw"
                    ),
                ),
                (
                    "prijsbasis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nibud", "De prijzengids van het Nibud"),
                            ("vergelijking", "Het gemiddelde van vergelijkbare goederen"),
                            ("dienst", "Een collectieve dienst: aantal maal tarief"),
                            ("offerte", "Een offerte of een ander tarief"),
                        ],
                        max_length=20,
                        verbose_name="waar de prijs op rust",
                    ),
                ),
                ("prijs_bron", models.CharField(blank=True, max_length=400, verbose_name="bron van de prijs")),
                ("prijs_reden", models.TextField(blank=True, verbose_name="waarom niet de prijs van het Nibud")),
                (
                    "betaald_aan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("inwoner", "De inwoner"),
                            ("winkel", "De winkel"),
                            ("uitvoerder", "Wie het uitvoert"),
                        ],
                        max_length=10,
                        verbose_name="wie betaald wordt",
                    ),
                ),
                ("looptijd_vanaf", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("looptijd_tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("uitvoerder", models.CharField(blank=True, max_length=120, verbose_name="wie levert of voert uit")),
                (
                    "status",
                    models.CharField(
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
                (
                    "besluit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voorzieningen",
                        to="planvanaanpak.besluit",
                    ),
                ),
                (
                    "dienst",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voorzieningen",
                        to="planvanaanpak.dienst",
                    ),
                ),
                (
                    "doel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="voorzieningen",
                        to="planvanaanpak.doel",
                    ),
                ),
                (
                    "gezinslid",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="cases.gezinslid",
                        verbose_name="gezinslid",
                    ),
                ),
                (
                    "herzien_met",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="herziene",
                        to="planvanaanpak.besluit",
                        verbose_name="herzien met",
                    ),
                ),
                (
                    "nibudprijs",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voorzieningen",
                        to="planvanaanpak.nibudprijs",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voorzieningen",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
                (
                    "vervolg",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="planvanaanpak.voorziening",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "voorzieningen",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Verstrekking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("besteld", "Besteld of aangevraagd"),
                            ("geleverd", "Geleverd of afgerond"),
                            ("gebruikt", "Gebruikt (een deel van het aantal)"),
                            ("gestopt", "Gestopt"),
                        ],
                        max_length=10,
                        verbose_name="wat gebeurde er",
                    ),
                ),
                ("datum", models.DateField(verbose_name="datum")),
                ("aantal", models.DecimalField(decimal_places=2, default=0, max_digits=8, verbose_name="hoeveel")),
                ("toelichting", models.TextField(blank=True, verbose_name="toelichting")),
                ("vastgelegd_op", models.DateTimeField()),
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
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "voorziening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verstrekkingen",
                        to="planvanaanpak.voorziening",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "verstrekkingen",
                "ordering": ["datum", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Vergelijking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("goed", models.CharField(max_length=120, verbose_name="goed")),
                ("bron", models.CharField(max_length=200, verbose_name="winkel of webpagina")),
                ("datum", models.DateField(verbose_name="gezien op")),
                ("prijs", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="prijs, met btw")),
                (
                    "voorziening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vergelijkingen",
                        to="planvanaanpak.voorziening",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "vergelijkingen",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Saneringskrediet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("datum_beschikking", models.DateField(verbose_name="datum van de beschikking over de tegemoetkoming")),
                ("datum_verzoek", models.DateField(verbose_name="gevraagd op")),
                ("af_te_lossen", models.BooleanField(verbose_name="kan binnen 36 maanden aflossen")),
                ("toelichting", models.TextField(verbose_name="waarom wel of niet")),
                ("overeenkomst", models.DateField(blank=True, null=True, verbose_name="datum van de overeenkomst")),
                (
                    "collegebesluit",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="kenmerk van het besluit van het college"
                    ),
                ),
                (
                    "collegebesluit_datum",
                    models.DateField(blank=True, null=True, verbose_name="datum van het besluit van het college"),
                ),
                (
                    "collegebesluit_document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="besluit van het college",
                    ),
                ),
                (
                    "voorziening",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saneringskrediet",
                        to="planvanaanpak.voorziening",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "saneringskredieten",
            },
        ),
        migrations.CreateModel(
            name="HistoricalVoorziening",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
                ("omschrijving", models.CharField(max_length=120, verbose_name="wat")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("materieel", "Materieel (spullen)"),
                            ("immaterieel", "Immaterieel (hulp en diensten)"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                (
                    "toegang",
                    models.CharField(
                        choices=[
                            ("vrij", "Vrij toegankelijk: iedereen kan dit zonder besluit gebruiken"),
                            ("niet_vrij", "Niet vrij toegankelijk: hier is een besluit voor nodig"),
                        ],
                        default="niet_vrij",
                        max_length=10,
                        verbose_name="toegang",
                    ),
                ),
                (
                    "voor_wie",
                    models.CharField(
                        choices=[
                            ("inwoner", "De inwoner zelf"),
                            ("gezinslid", "Een gezinslid"),
                            ("gezin", "Het hele gezin"),
                        ],
                        default="inwoner",
                        max_length=10,
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "noodzaak",
                    models.CharField(
                        choices=[("noodzaak", "Noodzaak"), ("wens", "Wens")],
                        max_length=10,
                        verbose_name="nodig of wens",
                    ),
                ),
                ("motivering", models.TextField(verbose_name="waarom")),
                ("obstakel", models.TextField(blank=True, verbose_name="obstakel dat dit wegneemt")),
                ("geschiktheid", models.TextField(blank=True, verbose_name="geschiktheid")),
                ("noodzakelijkheid", models.TextField(blank=True, verbose_name="noodzakelijkheid")),
                ("evenredigheid", models.TextField(blank=True, verbose_name="evenredigheid")),
                (
                    "voorstel",
                    models.CharField(
                        choices=[("toekennen", "Toekennen"), ("afwijzen", "Afwijzen")],
                        default="toekennen",
                        max_length=10,
                        verbose_name="voorstel",
                    ),
                ),
                (
                    "weigeringsgrond",
                    models.CharField(blank=True, max_length=200, verbose_name="grond voor het afwijzen"),
                ),
                ("grond_code", models.CharField(blank=True, max_length=20, verbose_name="code van de grond")),
                ("grond_artikel", models.CharField(blank=True, max_length=120, verbose_name="artikel van de grond")),
                ("zienswijze", models.TextField(blank=True, verbose_name="wat de inwoner van het afwijzen vindt")),
                ("uitzondering", models.CharField(blank=True, max_length=20, verbose_name="uitzondering")),
                (
                    "uitzondering_waarom",
                    models.TextField(blank=True, verbose_name="waarom de uitzondering wel of niet geldt"),
                ),
                (
                    "uitzondering_situatie",
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
                        verbose_name="bedreigende situatie van toen",
                    ),
                ),
                ("uitzondering_datum", models.DateField(blank=True, null=True, verbose_name="dag van die situatie")),
                ("vervolg_waarom", models.TextField(blank=True, verbose_name="waarom dat herhaling voorkomt")),
                ("nogmaals", models.TextField(blank=True, verbose_name="waarom nog een keer")),
                (
                    "schuld",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nee", "Nee"),
                            ("achterstand", "Ja, een achterstand in een bedreigende situatie"),
                            ("sanering", "Ja, dit is een saneringskrediet voor een jongere"),
                        ],
                        max_length=12,
                        verbose_name="betaalt dit schulden",
                    ),
                ),
                ("aantal", models.DecimalField(decimal_places=2, default=1, max_digits=8, verbose_name="aantal")),
                ("eenheid", models.CharField(blank=True, max_length=30, verbose_name="eenheid")),
                (
                    "eenheidsprijs",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="prijs per stuk, met btw"
                    ),
                ),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="bedrag, met btw")),
                (
                    "btw",
                    models.DecimalField(
                        blank=True, decimal_places=2, default=0, max_digits=10, null=True, verbose_name="waarvan btw"
                    ),
                ),
                (
                    "prijsbasis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nibud", "De prijzengids van het Nibud"),
                            ("vergelijking", "Het gemiddelde van vergelijkbare goederen"),
                            ("dienst", "Een collectieve dienst: aantal maal tarief"),
                            ("offerte", "Een offerte of een ander tarief"),
                        ],
                        max_length=20,
                        verbose_name="waar de prijs op rust",
                    ),
                ),
                ("prijs_bron", models.CharField(blank=True, max_length=400, verbose_name="bron van de prijs")),
                ("prijs_reden", models.TextField(blank=True, verbose_name="waarom niet de prijs van het Nibud")),
                (
                    "betaald_aan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("inwoner", "De inwoner"),
                            ("winkel", "De winkel"),
                            ("uitvoerder", "Wie het uitvoert"),
                        ],
                        max_length=10,
                        verbose_name="wie betaald wordt",
                    ),
                ),
                ("looptijd_vanaf", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("looptijd_tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("uitvoerder", models.CharField(blank=True, max_length=120, verbose_name="wie levert of voert uit")),
                (
                    "status",
                    models.CharField(
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
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "besluit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.besluit",
                    ),
                ),
                (
                    "dienst",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.dienst",
                    ),
                ),
                (
                    "doel",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.doel",
                    ),
                ),
                (
                    "gezinslid",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.gezinslid",
                        verbose_name="gezinslid",
                    ),
                ),
                (
                    "herzien_met",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.besluit",
                        verbose_name="herzien met",
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
                    "nibudprijs",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.nibudprijs",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
                (
                    "vervolg",
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
                "verbose_name": "historical voorziening",
                "verbose_name_plural": "historical voorzieningen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVerstrekking",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("besteld", "Besteld of aangevraagd"),
                            ("geleverd", "Geleverd of afgerond"),
                            ("gebruikt", "Gebruikt (een deel van het aantal)"),
                            ("gestopt", "Gestopt"),
                        ],
                        max_length=10,
                        verbose_name="wat gebeurde er",
                    ),
                ),
                ("datum", models.DateField(verbose_name="datum")),
                ("aantal", models.DecimalField(decimal_places=2, default=0, max_digits=8, verbose_name="hoeveel")),
                ("toelichting", models.TextField(blank=True, verbose_name="toelichting")),
                ("vastgelegd_op", models.DateTimeField()),
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
                    "vastgelegd_door",
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
                "verbose_name": "historical verstrekking",
                "verbose_name_plural": "historical verstrekkingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVergelijking",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("goed", models.CharField(max_length=120, verbose_name="goed")),
                ("bron", models.CharField(max_length=200, verbose_name="winkel of webpagina")),
                ("datum", models.DateField(verbose_name="gezien op")),
                ("prijs", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="prijs, met btw")),
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
                "verbose_name": "historical vergelijking",
                "verbose_name_plural": "historical vergelijkingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSaneringskrediet",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("datum_beschikking", models.DateField(verbose_name="datum van de beschikking over de tegemoetkoming")),
                ("datum_verzoek", models.DateField(verbose_name="gevraagd op")),
                ("af_te_lossen", models.BooleanField(verbose_name="kan binnen 36 maanden aflossen")),
                ("toelichting", models.TextField(verbose_name="waarom wel of niet")),
                ("overeenkomst", models.DateField(blank=True, null=True, verbose_name="datum van de overeenkomst")),
                (
                    "collegebesluit",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="kenmerk van het besluit van het college"
                    ),
                ),
                (
                    "collegebesluit_datum",
                    models.DateField(blank=True, null=True, verbose_name="datum van het besluit van het college"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "collegebesluit_document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.document",
                        verbose_name="besluit van het college",
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
                "verbose_name": "historical saneringskrediet",
                "verbose_name_plural": "historical saneringskredieten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAgendapunt",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("omschrijving", models.CharField(max_length=120, verbose_name="waarover")),
                ("ingebracht_op", models.DateTimeField()),
                (
                    "strekking",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("toekennen", "Toekennen"),
                            ("anders", "Anders toekennen"),
                            ("afwijzen", "Afwijzen"),
                            ("cws", "Niet hier: naar de commissie werkelijke schade (CWS)"),
                        ],
                        max_length=10,
                        verbose_name="advies",
                    ),
                ),
                ("anders", models.TextField(blank=True, verbose_name="wat dan wel")),
                ("motivering", models.TextField(blank=True, verbose_name="waarom")),
                ("voorstel_merk", models.CharField(blank=True, max_length=64)),
                ("geadviseerd_op", models.DateTimeField(blank=True, null=True)),
                ("afwijking", models.TextField(blank=True, verbose_name="waarom het besluit afwijkt van het advies")),
                ("afwijking_merk", models.CharField(blank=True, max_length=64)),
                ("afwijking_op", models.DateTimeField(blank=True, null=True)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "afwijking_door",
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
                    "geadviseerd_door",
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
                    "ingebracht_door",
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
                    "vergadering",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.commissievergadering",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="planvanaanpak.planvanaanpak",
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
                "verbose_name": "historical agendapunt",
                "verbose_name_plural": "historical agendapunten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Agendapunt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("omschrijving", models.CharField(max_length=120, verbose_name="waarover")),
                ("ingebracht_op", models.DateTimeField()),
                (
                    "strekking",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("toekennen", "Toekennen"),
                            ("anders", "Anders toekennen"),
                            ("afwijzen", "Afwijzen"),
                            ("cws", "Niet hier: naar de commissie werkelijke schade (CWS)"),
                        ],
                        max_length=10,
                        verbose_name="advies",
                    ),
                ),
                ("anders", models.TextField(blank=True, verbose_name="wat dan wel")),
                ("motivering", models.TextField(blank=True, verbose_name="waarom")),
                ("voorstel_merk", models.CharField(blank=True, max_length=64)),
                ("geadviseerd_op", models.DateTimeField(blank=True, null=True)),
                ("afwijking", models.TextField(blank=True, verbose_name="waarom het besluit afwijkt van het advies")),
                ("afwijking_merk", models.CharField(blank=True, max_length=64)),
                ("afwijking_op", models.DateTimeField(blank=True, null=True)),
                (
                    "afwijking_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "geadviseerd_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ingebracht_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "leden",
                    models.ManyToManyField(
                        blank=True, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="wie adviseren"
                    ),
                ),
                (
                    "vergadering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="punten",
                        to="planvanaanpak.commissievergadering",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agendapunten",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
                (
                    "voorziening",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="agendapunten",
                        to="planvanaanpak.voorziening",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "agendapunten",
                "ordering": ["plan", "id"],
            },
        ),
        migrations.CreateModel(
            name="ZonderAkkoord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("weigert", "De inwoner gaat niet akkoord"),
                            ("geen_antwoord", "De inwoner antwoordt niet, ook niet na twee pogingen"),
                            ("acuut", "Het is acuut: wachten op het akkoord kan niet"),
                        ],
                        max_length=20,
                        verbose_name="waarom zonder akkoord",
                    ),
                ),
                ("reden", models.TextField(verbose_name="toelichting")),
                ("vastgelegd_op", models.DateTimeField()),
                (
                    "plan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="zonder_akkoord",
                        to="planvanaanpak.planvanaanpak",
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "plan zonder akkoord",
                "verbose_name_plural": "plannen zonder akkoord",
            },
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
            model_name="besluit",
            index=models.Index(fields=["gemeente", "-vastgesteld_op"], name="besluit_van_gemeente"),
        ),
        migrations.AddIndex(
            model_name="besluit",
            index=models.Index(
                condition=models.Q(("verzonden_op__isnull", True)),
                fields=["gemeente", "datum", "id"],
                name="besluit_niet_verzonden",
            ),
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verzonden_door__isnull", True), ("verzonden_op__isnull", True)),
                    models.Q(("verzonden_door__isnull", False), ("verzonden_op__isnull", False)),
                    _connector="OR",
                ),
                name="besluit_verzonden_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("soort", "addendum"), ("vult_aan__isnull", False)),
                    models.Q(models.Q(("soort", "addendum"), _negated=True), ("vult_aan__isnull", True)),
                    _connector="OR",
                ),
                name="besluit_addendum_vult_aan",
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
            model_name="bezwaar",
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
                name="bezwaar_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="bezwaar",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("verschoonbaar__isnull", True),
                        ("verschoonbaar_door__isnull", True),
                        ("verschoonbaar_op__isnull", True),
                    ),
                    models.Q(
                        ("verschoonbaar__isnull", False),
                        ("verschoonbaar_door__isnull", False),
                        ("verschoonbaar_op__isnull", False),
                        models.Q(("verschoonbaar_reden", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="bezwaar_verschoonbaar_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="bezwaar",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("adres", ""),
                        ("belanghebbende", ""),
                        ("gemachtigde__isnull", False),
                        ("indiener", "gemachtigde"),
                        ("relatie", ""),
                    ),
                    models.Q(
                        ("adres", ""),
                        ("belanghebbende", ""),
                        ("gemachtigde__isnull", True),
                        ("indiener", "rechthebbende"),
                        ("relatie", ""),
                    ),
                    models.Q(
                        ("indiener", "belanghebbende"),
                        models.Q(("belanghebbende", ""), _negated=True),
                        models.Q(("relatie", ""), _negated=True),
                        models.Q(("adres", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="bezwaar_door_wie",
            ),
        ),
        migrations.AddConstraint(
            model_name="bezwaar",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("instemming__isnull", True), ("instemming_door__isnull", True), ("instemming_op__isnull", True)
                    ),
                    models.Q(
                        ("instemming__isnull", False),
                        ("instemming_door__isnull", False),
                        ("instemming_op__isnull", False),
                        models.Q(("instemming_reden", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="bezwaar_instemming_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="bezwaar",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("doorgezonden_op__isnull", True),
                    models.Q(("beslissing__isnull", True), ("intrekking_datum__isnull", True)),
                    _connector="OR",
                ),
                name="bezwaar_doorgezonden_of_beslist",
            ),
        ),
        migrations.AddConstraint(
            model_name="bezwaar",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("advies_datum__isnull", True), ("advies_strekking", "")),
                    models.Q(("advies_datum__isnull", False), models.Q(("advies_strekking", ""), _negated=True)),
                    _connector="OR",
                ),
                name="bezwaar_advies_met_datum",
            ),
        ),
        migrations.AddConstraint(
            model_name="bezwaar",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("intrekking_datum__isnull", True), ("intrekking_wijze", "")),
                    models.Q(("intrekking_datum__isnull", False), models.Q(("intrekking_wijze", ""), _negated=True)),
                    _connector="OR",
                ),
                name="bezwaar_intrekking_met_wijze",
            ),
        ),
        migrations.AddConstraint(
            model_name="bezwaar",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("beslissing__isnull", True), ("dictum", ""), ("vervolg", "")),
                    models.Q(
                        ("beslissing__isnull", False),
                        ("intrekking_datum__isnull", True),
                        models.Q(("dictum", ""), _negated=True),
                        models.Q(("vervolg", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="bezwaar_beslissing_met_dictum",
            ),
        ),
        migrations.AddConstraint(
            model_name="bezwaar",
            constraint=models.UniqueConstraint(
                models.F("besluit"),
                django.db.models.functions.text.Lower("belanghebbende"),
                condition=models.Q(("ingetrokken_op__isnull", True), ("intrekking_datum__isnull", True)),
                name="bezwaar_een_per_indiener",
            ),
        ),
        migrations.AddConstraint(
            model_name="beroep",
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
                name="beroep_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="beroep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("besluit__isnull", True), ("bezwaar__isnull", False), ("termijn__isnull", True)),
                    models.Q(("besluit__isnull", False), ("bezwaar__isnull", True), ("termijn__isnull", True)),
                    models.Q(("besluit__isnull", True), ("bezwaar__isnull", True), ("termijn__isnull", False)),
                    _connector="OR",
                ),
                name="beroep_over_een_ding",
            ),
        ),
        migrations.AddConstraint(
            model_name="beroep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("uitkomst", ""), ("uitspraak_datum__isnull", True)),
                    models.Q(("uitspraak_datum__isnull", False), models.Q(("uitkomst", ""), _negated=True)),
                    _connector="OR",
                ),
                name="beroep_uitkomst_met_datum",
            ),
        ),
        migrations.AddConstraint(
            model_name="beroep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stond__isnull", True), ("vernietigd__isnull", True)),
                    models.Q(("opdracht", "opnieuw"), ("stond__isnull", False), ("vernietigd__isnull", False)),
                    _connector="OR",
                ),
                name="beroep_vernietigd_met_opdracht",
            ),
        ),
        migrations.AddConstraint(
            model_name="beroep",
            constraint=models.CheckConstraint(
                condition=models.Q(("opdracht_tot__isnull", True), ("opdracht", "opnieuw"), _connector="OR"),
                name="beroep_dag_met_opdracht",
            ),
        ),
        migrations.AddConstraint(
            model_name="commissievergadering",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(models.Q(("status", "afgezegd"), _negated=True), ("afgezegd_reden", "")),
                    models.Q(("status", "afgezegd"), models.Q(("afgezegd_reden", ""), _negated=True)),
                    _connector="OR",
                ),
                name="commissievergadering_afgezegd_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="dienst",
            constraint=models.UniqueConstraint(fields=("gemeente", "naam"), name="dienst_een_per_naam"),
        ),
        migrations.AddConstraint(
            model_name="dienst",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("naam", ""), _negated=True),
                    models.Q(("eenheid", ""), _negated=True),
                    models.Q(("bron", ""), _negated=True),
                    ("tarief__gt", 0),
                ),
                name="dienst_volledig",
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
        migrations.AddConstraint(
            model_name="drukronde",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("afgedrukt_door__isnull", True), ("afgedrukt_op__isnull", True)),
                    models.Q(("afgedrukt_door__isnull", False), ("afgedrukt_op__isnull", False)),
                    _connector="OR",
                ),
                name="drukronde_afgedrukt_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="drukregel",
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
                name="drukregel_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="drukregel",
            constraint=models.UniqueConstraint(fields=("ronde", "volgorde"), name="drukregel_volgorde_uniek"),
        ),
        migrations.AddConstraint(
            model_name="drukregel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("besluit__isnull", True), ("bijsluiter__isnull", True), ("document__isnull", False)),
                    models.Q(("besluit__isnull", False), ("bijsluiter__isnull", True), ("document__isnull", True)),
                    models.Q(("besluit__isnull", True), ("bijsluiter__isnull", False), ("document__isnull", True)),
                    _connector="OR",
                ),
                name="drukregel_een_brief",
            ),
        ),
        migrations.AddIndex(
            model_name="goedkeuring",
            index=models.Index(
                condition=models.Q(("besluit__isnull", True)), fields=["dossier"], name="goedkeuring_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="goedkeuring",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("beslist_door__isnull", True), ("beslist_op__isnull", True)),
                    models.Q(("beslist_door__isnull", False), ("beslist_op__isnull", False)),
                    _connector="OR",
                ),
                name="goedkeuring_beslist_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="goedkeuring",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("beslist_door__isnull", True),
                    models.Q(("beslist_door", models.F("gevraagd_door")), _negated=True),
                    _connector="OR",
                ),
                name="goedkeuring_door_een_ander",
            ),
        ),
        migrations.AddConstraint(
            model_name="goedkeuring",
            constraint=models.CheckConstraint(
                condition=models.Q(("besluit__isnull", True), ("status", "goedgekeurd"), _connector="OR"),
                name="goedkeuring_besluit_na_goedkeuren",
            ),
        ),
        migrations.AddConstraint(
            model_name="goedkeuring",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "gevraagd")), fields=("dossier", "soort"), name="goedkeuring_een_tegelijk"
            ),
        ),
        migrations.AddConstraint(
            model_name="herroeping",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("met__isnull", False), ("uitspraak__isnull", True)),
                    models.Q(("met__isnull", True), ("uitspraak__isnull", False)),
                    _connector="OR",
                ),
                name="herroeping_met_besluit_of_uitspraak",
            ),
        ),
        migrations.AddConstraint(
            model_name="herroeping",
            constraint=models.UniqueConstraint(fields=("besluit", "met"), name="herroeping_een_keer_met_besluit"),
        ),
        migrations.AddConstraint(
            model_name="herroeping",
            constraint=models.UniqueConstraint(
                fields=("besluit", "uitspraak"), name="herroeping_een_keer_met_uitspraak"
            ),
        ),
        migrations.AddIndex(
            model_name="historicalberichttoestemming",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_557660_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalberoep",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_b4ae69_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalbezwaar",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_0d8b9a_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalcommissievergadering",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_9ee3ec_idx"),
        ),
        migrations.AddIndex(
            model_name="historicaldienst",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_c7830a_idx"),
        ),
        migrations.AddIndex(
            model_name="historicaldoelstap",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_d4373e_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalgoedkeuring",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_b2ad1a_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalhoorzitting",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_b3216c_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalmandaat",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_92c6ae_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalnibudprijs",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_e622ed_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalplanvanaanpak",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_948e2c_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalretourpost",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_0e77b2_idx"),
        ),
        migrations.AddConstraint(
            model_name="hoorzitting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(models.Q(("status", "afgezegd"), _negated=True), ("afgezegd_reden", "")),
                    models.Q(("status", "afgezegd"), models.Q(("afgezegd_reden", ""), _negated=True)),
                    _connector="OR",
                ),
                name="hoorzitting_afgezegd_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="hoorzitting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "gepland")), fields=("bezwaar",), name="hoorzitting_een_gepland"
            ),
        ),
        migrations.AddConstraint(
            model_name="mandaat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gebruiker__isnull", False), ("rol", "")),
                    models.Q(models.Q(("rol", ""), _negated=True), ("gebruiker__isnull", True)),
                    _connector="OR",
                ),
                name="mandaat_rol_of_gebruiker",
            ),
        ),
        migrations.AddConstraint(
            model_name="mandaat",
            constraint=models.CheckConstraint(
                condition=models.Q(("rol", "externe_hulpverlener"), _negated=True), name="mandaat_nooit_extern"
            ),
        ),
        migrations.AddConstraint(
            model_name="mandaat",
            constraint=models.CheckConstraint(
                condition=models.Q(("tot_bedrag__isnull", True), ("tot_bedrag__gte", Decimal("0")), _connector="OR"),
                name="mandaat_bedrag_niet_negatief",
            ),
        ),
        migrations.AddConstraint(
            model_name="mandaat",
            constraint=models.CheckConstraint(
                condition=models.Q(("tot__isnull", True), ("tot__gte", models.F("vanaf")), _connector="OR"),
                name="mandaat_tot_na_vanaf",
            ),
        ),
        migrations.AddConstraint(
            model_name="mandaat",
            constraint=models.CheckConstraint(condition=models.Q(("bron", ""), _negated=True), name="mandaat_met_bron"),
        ),
        migrations.AddConstraint(
            model_name="nibudprijs",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "editie", "artikel"), name="nibudprijs_een_per_editie"
            ),
        ),
        migrations.AddConstraint(
            model_name="nibudprijs",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("editie", ""), _negated=True), models.Q(("artikel", ""), _negated=True)),
                name="nibudprijs_met_bron",
            ),
        ),
        migrations.AddConstraint(
            model_name="nibudprijs",
            constraint=models.CheckConstraint(condition=models.Q(("prijs__gt", 0)), name="nibudprijs_meer_dan_nul"),
        ),
        migrations.AddConstraint(
            model_name="planvanaanpak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("vastgesteld_door__isnull", True), ("vastgesteld_op__isnull", True)),
                    models.Q(("vastgesteld_door__isnull", False), ("vastgesteld_op__isnull", False)),
                    _connector="OR",
                ),
                name="plan_vastgesteld_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="planleefgebied",
            constraint=models.UniqueConstraint(fields=("plan", "leefgebied"), name="planleefgebied_uniek"),
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
        migrations.AddIndex(
            model_name="historicalzonderakkoord",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_130111_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalplanleefgebied",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_4debf5_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalplanfase",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_f1c1fa_idx"),
        ),
        migrations.AddIndex(
            model_name="historicaldoel",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_82bc4d_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalakkoord",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_76cfc5_idx"),
        ),
        migrations.AddConstraint(
            model_name="doel",
            constraint=models.CheckConstraint(condition=models.Q(("tekst", ""), _negated=True), name="doel_met_tekst"),
        ),
        migrations.AddConstraint(
            model_name="doel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("datum_behaald__isnull", False), ("status", "behaald")),
                    models.Q(models.Q(("status", "behaald"), _negated=True), ("datum_behaald__isnull", True)),
                    _connector="OR",
                ),
                name="doel_behaald_met_datum",
            ),
        ),
        migrations.AddConstraint(
            model_name="doel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "vervallen"), _negated=True),
                    models.Q(("reden_vervallen", ""), _negated=True),
                    _connector="OR",
                ),
                name="doel_vervallen_met_reden",
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
            model_name="akkoord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("wijziging_door__isnull", True), ("wijziging_op__isnull", True), ("wijziging_reden", "")),
                    models.Q(
                        ("wijziging_door__isnull", False),
                        ("wijziging_op__isnull", False),
                        models.Q(("wijziging_reden", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="akkoord_wijziging_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="akkoord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("van", "inwoner"), ("vertegenwoordiger__isnull", True)),
                    models.Q(("van", "vertegenwoordiger"), ("vertegenwoordiger__isnull", False)),
                    _connector="OR",
                ),
                name="akkoord_van_wie",
            ),
        ),
        migrations.AddConstraint(
            model_name="akkoord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("niet_akkoord", ""), ("omvang", "geheel")),
                    models.Q(("omvang", "deels"), models.Q(("niet_akkoord", ""), _negated=True)),
                    _connector="OR",
                ),
                name="akkoord_deels_met_wat_niet",
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
        migrations.AddConstraint(
            model_name="voorziening",
            constraint=models.CheckConstraint(
                condition=models.Q(("bedrag__gte", Decimal("0"))), name="voorziening_bedrag_niet_negatief"
            ),
        ),
        migrations.AddConstraint(
            model_name="voorziening",
            constraint=models.CheckConstraint(
                condition=models.Q(("motivering", ""), _negated=True), name="voorziening_gemotiveerd"
            ),
        ),
        migrations.AddConstraint(
            model_name="voorziening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("looptijd_tot__isnull", True),
                    ("looptijd_vanaf__isnull", True),
                    ("looptijd_tot__gte", models.F("looptijd_vanaf")),
                    _connector="OR",
                ),
                name="voorziening_looptijd_vooruit",
            ),
        ),
        migrations.AddConstraint(
            model_name="voorziening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("besluit__isnull", True), ("status", "voorstel")),
                    models.Q(models.Q(("status", "voorstel"), _negated=True), ("besluit__isnull", False)),
                    _connector="OR",
                ),
                name="voorziening_beslist_met_besluit",
            ),
        ),
        migrations.AddConstraint(
            model_name="voorziening",
            constraint=models.CheckConstraint(
                condition=models.Q(("aantal__gt", 0)), name="voorziening_aantal_meer_dan_nul"
            ),
        ),
        migrations.AddConstraint(
            model_name="voorziening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("eenheidsprijs__isnull", True),
                    (
                        "bedrag",
                        django.db.models.functions.math.Round(
                            django.db.models.expressions.CombinedExpression(
                                models.F("aantal"), "*", models.F("eenheidsprijs")
                            ),
                            2,
                        ),
                    ),
                    _connector="OR",
                ),
                name="voorziening_bedrag_is_aantal_maal_prijs",
            ),
        ),
        migrations.AddConstraint(
            model_name="voorziening",
            constraint=models.CheckConstraint(
                condition=models.Q(("btw__gte", 0), ("btw__lte", models.F("bedrag"))), name="voorziening_btw_in_bedrag"
            ),
        ),
        migrations.AddConstraint(
            model_name="voorziening",
            constraint=models.CheckConstraint(
                condition=models.Q(("gezinslid__isnull", True), ("voor_wie", "gezinslid"), _connector="OR"),
                name="voorziening_voor_gezinslid",
            ),
        ),
        migrations.AddConstraint(
            model_name="voorziening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dienst__isnull", True), ("nibudprijs__isnull", True), ("prijsbasis", "")),
                    models.Q(
                        ("eenheidsprijs__isnull", False),
                        models.Q(
                            models.Q(("dienst__isnull", True), ("nibudprijs__isnull", False), ("prijsbasis", "nibud")),
                            models.Q(("dienst__isnull", False), ("nibudprijs__isnull", True), ("prijsbasis", "dienst")),
                            models.Q(
                                ("dienst__isnull", True),
                                ("nibudprijs__isnull", True),
                                ("prijsbasis", "vergelijking"),
                                models.Q(("prijs_reden", ""), _negated=True),
                            ),
                            models.Q(
                                ("dienst__isnull", True),
                                ("nibudprijs__isnull", True),
                                ("prijsbasis", "offerte"),
                                models.Q(("prijs_bron", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="voorziening_prijs_met_basis",
            ),
        ),
        migrations.AddConstraint(
            model_name="voorziening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("uitzondering_datum__isnull", True), ("uitzondering_situatie", "")),
                    models.Q(
                        models.Q(("uitzondering_situatie", ""), _negated=True), ("uitzondering_datum__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="voorziening_situatie_met_dag",
            ),
        ),
        migrations.AddConstraint(
            model_name="verstrekking",
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
                name="verstrekking_ingetrokken_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="verstrekking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("aantal__gt", 0), ("soort", "gebruikt")),
                    models.Q(models.Q(("soort", "gebruikt"), _negated=True), ("aantal", 0)),
                    _connector="OR",
                ),
                name="verstrekking_gebruikt_met_aantal",
            ),
        ),
        migrations.AddConstraint(
            model_name="verstrekking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("soort", "gestopt"), _negated=True),
                    models.Q(("toelichting", ""), _negated=True),
                    _connector="OR",
                ),
                name="verstrekking_gestopt_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="vergelijking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("goed", ""), _negated=True), models.Q(("bron", ""), _negated=True), ("prijs__gt", 0)
                ),
                name="vergelijking_volledig",
            ),
        ),
        migrations.AddConstraint(
            model_name="saneringskrediet",
            constraint=models.CheckConstraint(
                condition=models.Q(("toelichting", ""), _negated=True), name="saneringskrediet_toegelicht"
            ),
        ),
        migrations.AddIndex(
            model_name="historicalvoorziening",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_5b4928_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalverstrekking",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_80e70d_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalvergelijking",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_e2b03f_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalsaneringskrediet",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_506818_idx"),
        ),
        migrations.AddIndex(
            model_name="historicalagendapunt",
            index=models.Index(fields=["history_date", "id"], name="planvanaanp_history_282e10_idx"),
        ),
        migrations.AddConstraint(
            model_name="agendapunt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("geadviseerd_door__isnull", True), ("geadviseerd_op__isnull", True), ("strekking", "")),
                    models.Q(
                        ("geadviseerd_door__isnull", False),
                        ("geadviseerd_op__isnull", False),
                        models.Q(("strekking", ""), _negated=True),
                        models.Q(("motivering", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="agendapunt_geadviseerd_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendapunt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("strekking", "anders"), models.Q(("anders", ""), _negated=True)),
                    models.Q(models.Q(("strekking", "anders"), _negated=True), ("anders", "")),
                    _connector="OR",
                ),
                name="agendapunt_anders_met_wat",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendapunt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("afwijking", ""), ("afwijking_door__isnull", True), ("afwijking_op__isnull", True)),
                    models.Q(
                        ("afwijking_door__isnull", False),
                        ("afwijking_op__isnull", False),
                        models.Q(("afwijking", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="agendapunt_afwijking_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendapunt",
            constraint=models.UniqueConstraint(
                condition=models.Q(("geadviseerd_op__isnull", True)),
                fields=("voorziening",),
                name="agendapunt_een_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="zonderakkoord",
            constraint=models.CheckConstraint(
                condition=models.Q(("reden", ""), _negated=True), name="zonder_akkoord_met_reden"
            ),
        ),
    ]
    operations = in_een_keer(operations)
