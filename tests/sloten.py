"""Two transactions at the same moment: wait until one really waits for the other."""

from threading import Thread
from time import sleep

from django.db import connection, transaction

from accounts.actions.gebruikers import GebruikerFout
from cases.actions.basis import ActieFout


def terwijl(eerst, dan):
    """Do one thing, and another that has to wait for it. Give what the other gave, or in words why it was refused."""
    uitkomst = []

    def doe():
        try:
            uitkomst.append(dan())
        except (ActieFout, GebruikerFout) as fout:
            uitkomst.append(str(fout))
        finally:
            connection.close()

    draad = Thread(target=doe)
    with transaction.atomic():
        eerst()
        draad.start()
        wacht_op_slot()
    draad.join(timeout=60)
    [enige] = uitkomst
    return enige


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
