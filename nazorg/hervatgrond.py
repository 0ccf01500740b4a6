"""Why a plan is taken up again in the nazorg, as the handreiking nazorg names it (VNG 2024 §1.2)."""

from django.db.models import TextChoices


class Hervatgrond(TextChoices):
    TERUGVAL = "terugval", "Er is terugval"
    AANVULLING = "aanvulling", "Er is toch nog aanvullende hulp nodig"
