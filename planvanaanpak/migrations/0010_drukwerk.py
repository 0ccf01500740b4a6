import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from config.migraties import in_een_keer


class Migration(migrations.Migration):
    """A bijsluiter is frozen: one from before keeps both fields empty, and was printed by hand from its besluit."""

    dependencies = [
        ("cases", "0016_drukwerk"),
        ("planvanaanpak", "0009_brieven"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="bijsluiter",
            name="envelop",
            field=models.JSONField(blank=True, null=True, verbose_name="envelop"),
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
        migrations.AddField(
            model_name="drukregel",
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
            model_name="drukregel",
            name="ingetrokken_op",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="drukregel",
            name="ingetrokken_reden",
            field=models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken"),
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
    ]
    operations = in_een_keer(operations)
