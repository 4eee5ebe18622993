"""A pytest fixture: a Rollcall of your test's own, with simulated processing jobs.

Copy this file beside your tests, and import the fixture in conftest.py:

    from rollcall_fixture import rollcall  # noqa: F401

A test that takes the fixture talks to Rollcall through boto3 without knowing it: the environment
names the endpoint. The variable RUN_ROLLCALL is the command that starts Rollcall, by default
"rollcall"; further options of its 'serve' may follow.
"""

import json
import os
import re
import shlex
import subprocess
import urllib.request

import pytest

_READY = re.compile(r"Rollcall is listening on (\S+)")


class Rollcall:
    """A running server; `url` is its endpoint."""

    def __init__(self, url):
        self.url = url

    def advance(self, seconds):
        """Puts the clock of the jobs forward. From then on it stands still."""
        self._set_clock({"AdvanceSeconds": seconds})

    def set_time(self, time):
        """Sets the clock of the jobs to a datetime with a zone. From then on it stands still."""
        self._set_clock({"Time": time.timestamp()})

    def release(self):
        """Lets the clock of the jobs go with the world again."""
        self._set_clock({})

    def _set_clock(self, request):
        urllib.request.urlopen(
            urllib.request.Request(
                self.url,
                data=json.dumps(request).encode(),
                headers={
                    "X-Amz-Target": "Rollcall.SetClock",
                    "Content-Type": "application/x-amz-json-1.1",
                },
            )
        ).close()


@pytest.fixture
def rollcall(monkeypatch):
    command = shlex.split(os.environ.get("RUN_ROLLCALL", "rollcall serve"))
    options = ["--storage", "memory", "--simulate", "--port", "0", "--drain", "1"]
    process = subprocess.Popen(command + options, stdout=subprocess.PIPE, text=True)
    try:
        ready = _READY.match(process.stdout.readline())
        assert ready, "Rollcall did not start"
        monkeypatch.setenv("AWS_ENDPOINT_URL_SAGEMAKER", ready.group(1))
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
        monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        yield Rollcall(ready.group(1))
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
