import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from config.migraties import in_een_keer


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0020_zoek_gezinslid"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="hulpvraag",
            name="hulpvraag_een_per_leefgebied",
        ),
        migrations.AddField(
            model_name="historicalhulpvraag",
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
            model_name="historicalhulpvraag",
            name="ingetrokken_op",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="historicalhulpvraag",
            name="ingetrokken_reden",
            field=models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken"),
        ),
        migrations.AddField(
            model_name="historicalidentiteitscontrole",
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
            model_name="historicalidentiteitscontrole",
            name="ingetrokken_op",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="historicalidentiteitscontrole",
            name="ingetrokken_reden",
            field=models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken"),
        ),
        migrations.AddField(
            model_name="hulpvraag",
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
            model_name="hulpvraag",
            name="ingetrokken_op",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="hulpvraag",
            name="ingetrokken_reden",
            field=models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken"),
        ),
        migrations.AddField(
            model_name="identiteitscontrole",
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
            model_name="identiteitscontrole",
            name="ingetrokken_op",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="identiteitscontrole",
            name="ingetrokken_reden",
            field=models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken"),
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
    ]
    operations = in_een_keer(operations)
