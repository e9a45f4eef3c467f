"""A Firefox driven over Marionette, Mozilla's own protocol: no driver and no package is needed.

Each message is its length, a colon and JSON: `[0, id, name, parameters]`, answered by
`[1, id, error, result]`. https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PATIENCE = 60
"""Seconds in which it must have started, or answered."""
PREFERENCES = {
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "app.update.disabledForTesting": True,
}


class Firefox:
    """One window without a screen, in a profile of its own."""

    def __init__(self, executable: str, profile: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        profile.mkdir()
        written = {**PREFERENCES, "marionette.port": self.port}
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in written.items())
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        self.command = [executable, "--headless", "--marionette", "--profile", str(profile)]
        self.turn = 0

    def __enter__(self) -> Self:
        """Start it and wait until it answers."""
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        patience = time.monotonic() + PATIENCE
        while True:
            try:
                self.socket = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
                break
            except OSError:
                if time.monotonic() > patience or self.process.poll() is not None:
                    self.process.kill()
                    raise
                time.sleep(0.1)
        self.stream = self.socket.makefile("rb")
        self._read()  # it says who it is
        self.ask("WebDriver:NewSession", {})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop it."""
        self.stream.close()
        self.socket.close()
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def ask(self, name: str, parameters: dict[str, Any]) -> Any:
        """Send a command and return its result."""
        self.turn += 1
        message = json.dumps([0, self.turn, name, parameters]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{error['error']}: {error['message']}")
        return result

    def _read(self) -> Any:
        length = b""
        while (digit := self.stream.read(1)) != b":":
            length += digit
        return json.loads(self.stream.read(int(length)))

    def visit(self, url: str) -> None:
        """Go to an address and wait until it has loaded."""
        self.ask("WebDriver:Navigate", {"url": url})

    def run(self, script: str) -> Any:
        """Run the body of a function that is given a callback as its last argument."""
        parameters = {"script": script, "args": [], "newSandbox": True}
        return self.ask("WebDriver:ExecuteAsyncScript", parameters)["value"]
