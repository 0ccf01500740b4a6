"""The product's own Celery application and beat schedule, with every night a second long.

`celery -A tests.cases.snelle_beat beat` sends what beat sends at night, under the names of the settings; but for the
look at 04:00, which before that hour is about the night before.
"""

from config.celery import app

NACHT = 1.0

app.conf.beat_schedule = {
    naam: {**taak, "schedule": NACHT} for naam, taak in app.conf.beat_schedule.items() if naam != "bewaking-nakijken"
}
