"""Take the akkoord away with a plan whose besluit was taken back, as an intrekking does itself now (decision 1031).

Only of a plan that is open again: what was set down anew with the old akkoord stands as its letter says. The history
keeps what there was, with the besluit that took it back as the reason.
"""

from django.db import migrations
from django.utils import timezone

OVER_HET_PLAN = ("toekenning", "afwijzing")
SOORTEN = ("Akkoord", "ZonderAkkoord")


def laat_vervallen(apps, schema_editor):
    Besluit = apps.get_model("planvanaanpak", "Besluit")
    over_plan = Besluit.objects.filter(soort="intrekking", gaat_over__soort__in=OVER_HET_PLAN)
    intrekkingen = over_plan.order_by("vastgesteld_op").values_list("dossier", "vastgesteld_op", "nummer")
    laatste = {dossier: (op, nummer) for dossier, op, nummer in intrekkingen}
    for soort in SOORTEN:
        model = apps.get_model("planvanaanpak", soort)
        historie = apps.get_model("planvanaanpak", f"Historical{soort}")
        rijen = model.objects.filter(plan__dossier__in=laatste, plan__vastgesteld_op=None).select_related("plan")
        for rij in rijen:
            op, nummer = laatste[rij.plan.dossier_id]
            if rij.vastgelegd_op < op:
                velden = {veld.attname: getattr(rij, veld.attname) for veld in model._meta.concrete_fields}
                historie.objects.create(
                    **velden,
                    history_type="-",
                    history_date=timezone.now(),
                    history_change_reason=f"Ingetrokken met {nummer}",
                )
                rij.delete()


class Migration(migrations.Migration):
    dependencies = [("planvanaanpak", "0017_zienswijze")]

    operations = [migrations.RunPython(laat_vervallen, migrations.RunPython.noop)]
