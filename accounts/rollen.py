"""The roles (rol) of a user in a gemeente, and what each may do."""

from django.db.models import TextChoices


class Rol(TextChoices):
    CONSULENT = "consulent", "Consulent"
    COORDINATOR = "coordinator", "Coördinator"
    COMMISSIELID = "commissielid", "Commissielid"
    FINANCIEEL = "financieel", "Financieel"
    BEHEERDER = "beheerder", "Beheerder"
    AUDITOR = "auditor", "Auditor"
    EXTERNE_HULPVERLENER = "externe_hulpverlener", "Externe hulpverlener"
