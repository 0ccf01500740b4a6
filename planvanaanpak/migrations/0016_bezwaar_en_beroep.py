"""More than one belanghebbende, rechtstreeks beroep, beroep without a bezwaar, and what a besluit fell away with.

A beroep belongs to a dossier, that of its bezwaar so far. An intrekking that was herroepen can be followed by another,
so that a besluit is ingetrokken once is for the action.
"""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from config.migraties import in_een_keer

DOSSIER = """
UPDATE planvanaanpak_beroep AS b SET dossier_id = z.dossier_id FROM planvanaanpak_bezwaar AS z WHERE z.id = b.bezwaar_id;
UPDATE planvanaanpak_historicalberoep AS b SET dossier_id = z.dossier_id
FROM planvanaanpak_bezwaar AS z WHERE z.id = b.bezwaar_id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0017_brieftekst_bevroren"),
        ("planvanaanpak", "0015_bevroren_spoor"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Herroeping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deels", models.BooleanField(default=False, verbose_name="voor een deel")),
            ],
            options={
                "verbose_name_plural": "herroepingen",
            },
        ),
        migrations.RemoveConstraint(
            model_name="besluit",
            name="besluit_een_keer_ingetrokken",
        ),
        migrations.RemoveConstraint(
            model_name="bezwaar",
            name="bezwaar_door_wie",
        ),
        migrations.RemoveConstraint(
            model_name="bezwaar",
            name="bezwaar_een_per_besluit",
        ),
        migrations.AddField(
            model_name="beroep",
            name="besluit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="beroepen",
                to="planvanaanpak.besluit",
                verbose_name="tegen welk besluit",
            ),
        ),
        migrations.AddField(
            model_name="beroep",
            name="dossier",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="beroepen", to="cases.dossier"
            ),
        ),
        migrations.AddField(
            model_name="beroep",
            name="dwangsom_hoogstens",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="dwangsom hoogstens"),
        ),
        migrations.AddField(
            model_name="beroep",
            name="dwangsom_per_dag",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="dwangsom voor elke dag te laat"),
        ),
        migrations.AddField(
            model_name="beroep",
            name="dwangsom_verbeurd",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="vastgestelde dwangsom"),
        ),
        migrations.AddField(
            model_name="beroep",
            name="klok",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.termijn",
                verbose_name="termijn na de uitspraak",
            ),
        ),
        migrations.AddField(
            model_name="beroep",
            name="nieuw_besluit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="na_beroep",
                to="planvanaanpak.besluit",
                verbose_name="besluit na de uitspraak",
            ),
        ),
        migrations.AddField(
            model_name="beroep",
            name="termijn",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.termijn",
                verbose_name="welke termijn ging voorbij",
            ),
        ),
        migrations.AddField(
            model_name="beroep",
            name="uitspraak_verzonden",
            field=models.DateField(blank=True, null=True, verbose_name="uitspraak verzonden op"),
        ),
        migrations.AddField(
            model_name="bezwaar",
            name="adres",
            field=models.TextField(blank=True, verbose_name="postadres van de belanghebbende"),
        ),
        migrations.AddField(
            model_name="bezwaar",
            name="belanghebbende",
            field=models.CharField(blank=True, max_length=160, verbose_name="naam van de belanghebbende"),
        ),
        migrations.AddField(
            model_name="bezwaar",
            name="doorgezonden_op",
            field=models.DateField(blank=True, null=True, verbose_name="doorgezonden aan het gerecht op"),
        ),
        migrations.AddField(
            model_name="bezwaar",
            name="instemming",
            field=models.BooleanField(blank=True, null=True, verbose_name="instemming met rechtstreeks beroep"),
        ),
        migrations.AddField(
            model_name="bezwaar",
            name="instemming_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="bezwaar",
            name="instemming_op",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="bezwaar",
            name="instemming_reden",
            field=models.TextField(blank=True, verbose_name="waarom wel of niet rechtstreeks beroep"),
        ),
        migrations.AddField(
            model_name="bezwaar",
            name="rechtstreeks",
            field=models.BooleanField(default=False, verbose_name="vraagt rechtstreeks beroep"),
        ),
        migrations.AddField(
            model_name="bezwaar",
            name="relatie",
            field=models.CharField(blank=True, max_length=120, verbose_name="relatie tot de inwoner"),
        ),
        migrations.AddField(
            model_name="historicalberoep",
            name="besluit",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="planvanaanpak.besluit",
                verbose_name="tegen welk besluit",
            ),
        ),
        migrations.AddField(
            model_name="historicalberoep",
            name="dossier",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="cases.dossier",
            ),
        ),
        migrations.AddField(
            model_name="historicalberoep",
            name="dwangsom_hoogstens",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="dwangsom hoogstens"),
        ),
        migrations.AddField(
            model_name="historicalberoep",
            name="dwangsom_per_dag",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="dwangsom voor elke dag te laat"),
        ),
        migrations.AddField(
            model_name="historicalberoep",
            name="dwangsom_verbeurd",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="vastgestelde dwangsom"),
        ),
        migrations.AddField(
            model_name="historicalberoep",
            name="klok",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="cases.termijn",
                verbose_name="termijn na de uitspraak",
            ),
        ),
        migrations.AddField(
            model_name="historicalberoep",
            name="nieuw_besluit",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="planvanaanpak.besluit",
                verbose_name="besluit na de uitspraak",
            ),
        ),
        migrations.AddField(
            model_name="historicalberoep",
            name="termijn",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="cases.termijn",
                verbose_name="welke termijn ging voorbij",
            ),
        ),
        migrations.AddField(
            model_name="historicalberoep",
            name="uitspraak_verzonden",
            field=models.DateField(blank=True, null=True, verbose_name="uitspraak verzonden op"),
        ),
        migrations.AddField(
            model_name="historicalbezwaar",
            name="adres",
            field=models.TextField(blank=True, verbose_name="postadres van de belanghebbende"),
        ),
        migrations.AddField(
            model_name="historicalbezwaar",
            name="belanghebbende",
            field=models.CharField(blank=True, max_length=160, verbose_name="naam van de belanghebbende"),
        ),
        migrations.AddField(
            model_name="historicalbezwaar",
            name="doorgezonden_op",
            field=models.DateField(blank=True, null=True, verbose_name="doorgezonden aan het gerecht op"),
        ),
        migrations.AddField(
            model_name="historicalbezwaar",
            name="instemming",
            field=models.BooleanField(blank=True, null=True, verbose_name="instemming met rechtstreeks beroep"),
        ),
        migrations.AddField(
            model_name="historicalbezwaar",
            name="instemming_door",
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
            model_name="historicalbezwaar",
            name="instemming_op",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicalbezwaar",
            name="instemming_reden",
            field=models.TextField(blank=True, verbose_name="waarom wel of niet rechtstreeks beroep"),
        ),
        migrations.AddField(
            model_name="historicalbezwaar",
            name="rechtstreeks",
            field=models.BooleanField(default=False, verbose_name="vraagt rechtstreeks beroep"),
        ),
        migrations.AddField(
            model_name="historicalbezwaar",
            name="relatie",
            field=models.CharField(blank=True, max_length=120, verbose_name="relatie tot de inwoner"),
        ),
        migrations.AlterField(
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
        migrations.AlterField(
            model_name="beroep",
            name="opdracht",
            field=models.CharField(
                blank=True,
                choices=[
                    ("opnieuw", "Ja: de gemeente moet alsnog of opnieuw beslissen"),
                    ("herroepen", "Nee: het gerecht herriep zelf ook het eerste besluit"),
                    ("niet", "Nee: het gerecht besliste anders zelf, liet de gevolgen in stand, of er is al beslist"),
                ],
                max_length=10,
                verbose_name="wat de gemeente moet doen",
            ),
        ),
        migrations.AlterField(
            model_name="beroep",
            name="opdracht_tot",
            field=models.DateField(blank=True, null=True, verbose_name="uiterlijk beslissen op"),
        ),
        migrations.AlterField(
            model_name="beroep",
            name="soort",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="bezwaar",
            name="gemachtigde",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bezwaren",
                to="cases.betrokkene",
                verbose_name="namens de indiener",
            ),
        ),
        migrations.AlterField(
            model_name="bezwaar",
            name="gronden",
            field=models.TextField(blank=True, verbose_name="waarom de indiener het niet eens is"),
        ),
        migrations.AlterField(
            model_name="bezwaar",
            name="indiener",
            field=models.CharField(
                choices=[
                    ("rechthebbende", "De inwoner zelf"),
                    ("gemachtigde", "Iemand namens de inwoner"),
                    ("belanghebbende", "Een andere belanghebbende, voor zichzelf"),
                ],
                max_length=20,
                verbose_name="wie maakt bezwaar",
            ),
        ),
        migrations.AlterField(
            model_name="historicalberoep",
            name="opdracht",
            field=models.CharField(
                blank=True,
                choices=[
                    ("opnieuw", "Ja: de gemeente moet alsnog of opnieuw beslissen"),
                    ("herroepen", "Nee: het gerecht herriep zelf ook het eerste besluit"),
                    ("niet", "Nee: het gerecht besliste anders zelf, liet de gevolgen in stand, of er is al beslist"),
                ],
                max_length=10,
                verbose_name="wat de gemeente moet doen",
            ),
        ),
        migrations.AlterField(
            model_name="historicalberoep",
            name="opdracht_tot",
            field=models.DateField(blank=True, null=True, verbose_name="uiterlijk beslissen op"),
        ),
        migrations.AlterField(
            model_name="historicalberoep",
            name="soort",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="historicalbezwaar",
            name="gemachtigde",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="cases.betrokkene",
                verbose_name="namens de indiener",
            ),
        ),
        migrations.AlterField(
            model_name="historicalbezwaar",
            name="gronden",
            field=models.TextField(blank=True, verbose_name="waarom de indiener het niet eens is"),
        ),
        migrations.AlterField(
            model_name="historicalbezwaar",
            name="indiener",
            field=models.CharField(
                choices=[
                    ("rechthebbende", "De inwoner zelf"),
                    ("gemachtigde", "Iemand namens de inwoner"),
                    ("belanghebbende", "Een andere belanghebbende, voor zichzelf"),
                ],
                max_length=20,
                verbose_name="wie maakt bezwaar",
            ),
        ),
        migrations.AlterField(
            model_name="bezwaar",
            name="afzien_grond",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="historicalbezwaar",
            name="afzien_grond",
            field=models.CharField(
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
        migrations.RunSQL(DOSSIER, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="beroep",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="beroepen", to="cases.dossier"
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
            constraint=models.UniqueConstraint(
                models.F("besluit"),
                django.db.models.functions.text.Lower("belanghebbende"),
                condition=models.Q(("ingetrokken_op__isnull", True), ("intrekking_datum__isnull", True)),
                name="bezwaar_een_per_indiener",
            ),
        ),
        migrations.AddField(
            model_name="herroeping",
            name="besluit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="herroepingen", to="planvanaanpak.besluit"
            ),
        ),
        migrations.AddField(
            model_name="herroeping",
            name="met",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="herroept",
                to="planvanaanpak.besluit",
            ),
        ),
        migrations.AddField(
            model_name="herroeping",
            name="uitspraak",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="herroept",
                to="planvanaanpak.beroep",
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
    ]
    operations = in_een_keer(operations)
