"""The product's own Celery application and beat schedule, with every night a second long.

`celery -A tests.cases.snelle_beat beat` sends what beat sends at night, under the names of the settings.
"""

from config.celery import app

NACHT = 1.0

app.conf.beat_schedule = {naam: {**taak, "schedule": NACHT} for naam, taak in app.conf.beat_schedule.items()}
