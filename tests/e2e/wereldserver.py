"""A server that shares the connection of the test, and so shows what stands in an open transaction only."""

import threading
from collections.abc import Iterable
from typing import Any

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections
from django.test.testcases import QuietWSGIRequestHandler


class _Server(ThreadedWSGIServer):
    def _close_connections(self) -> None:
        """Leave the connection open: it is the test's."""


class _OmDeBeurt:
    """One page at a time, as one connection has one transaction."""

    def __init__(self) -> None:
        self.site, self.beurt = WSGIHandler(), threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        with self.beurt:
            return self.site(environ, start_response)


class Wereldserver:
    def __init__(self) -> None:
        self.verbinding = connections["default"]
        self.httpd = _Server(
            ("localhost", 0),
            QuietWSGIRequestHandler,
            allow_reuse_address=False,
            connections_override={"default": self.verbinding},
        )
        self.httpd.set_app(StaticFilesHandler(_OmDeBeurt()))
        self.url = f"http://localhost:{self.httpd.server_port}"

    def start(self) -> None:
        for signaal in (request_started, request_finished):  # as Django's test client does
            signaal.disconnect(close_old_connections)
        self.verbinding.inc_thread_sharing()
        threading.Thread(target=self.httpd.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.httpd.shutdown()
        self.httpd.server_close()
        self.verbinding.dec_thread_sharing()
        for signaal in (request_started, request_finished):
            signaal.connect(close_old_connections)
