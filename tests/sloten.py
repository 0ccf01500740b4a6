"""Two transactions at the same moment: wait until one really waits for the other."""

from time import sleep

from django.db import connection


def wacht_op_slot():
    """Wait until the other waits for a lock in this database, so that the two are really at the same moment."""
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction sees each time what it saw first
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
            )
            if cursor.fetchone()[0]:
                return
        sleep(0.05)
    raise AssertionError("Nobody waits.")
