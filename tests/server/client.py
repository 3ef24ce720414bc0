"""A language client as small as can be: JSON-RPC over the pipes of a real `scr-lint server`."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

PATIENCE = 60.0


class Client:
    """Starts a server; `ask` waits for an answer, `tell` does not, `diagnostics` waits for news."""

    def __init__(self, options: object = None) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "scr_lint", "server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._came: queue.Queue[dict[str, Any]] = queue.Queue()
        self._kept: list[dict[str, Any]] = []
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": None,
                "capabilities": {},
                "initializationOptions": options,
            },
        )
        self.tell("initialized", {})

    def ask(self, method: str, params: object) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        answer = self._wait(lambda m: m.get("id") == self._number and "method" not in m)
        assert "error" not in answer, answer
        return answer["result"]

    def tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def open(self, path: Path, text: str, version: int = 1) -> None:
        item = {"uri": path.as_uri(), "languageId": "x", "version": version, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})

    def change(self, path: Path, text: str, version: int) -> None:
        named = {"uri": path.as_uri(), "version": version}
        self.tell(
            "textDocument/didChange", {"textDocument": named, "contentChanges": [{"text": text}]}
        )

    def diagnostics(self, version: int | None = None) -> list[dict[str, Any]]:
        """The next diagnostics sent, of this version if one is given; older ones are dropped."""
        news = self._wait(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics"
                and (version is None or m["params"].get("version") == version)
            )
        )
        self._kept = [m for m in self._kept if m.get("method") != news["method"]]
        return list(news["params"]["diagnostics"])

    def message(self) -> str:
        """The next message for the user."""
        news = self._wait(lambda m: m.get("method") == "window/showMessage")
        return str(news["params"]["message"])

    def close(self) -> bytes:
        """End the server; what it wrote on standard error."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        self._server.wait(PATIENCE)
        assert self._server.stdin
        assert self._server.stdout
        assert self._server.stderr
        self._server.stdin.close()
        said = self._server.stderr.read()
        self._server.stderr.close()
        self._server.stdout.close()
        return said

    def _wait(self, wanted: Any) -> dict[str, Any]:
        for message in self._kept:
            if wanted(message):
                self._kept.remove(message)
                return message
        while True:
            message = self._came.get(timeout=PATIENCE)
            if wanted(message):
                return message
            self._kept.append(message)

    def _send(self, message: dict[str, Any]) -> None:
        assert self._server.stdin
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._server.stdin.flush()

    def _listen(self) -> None:
        stream = self._server.stdout
        assert stream
        try:
            while line := stream.readline():
                if line.lower().startswith(b"content-length:"):
                    size = int(line.split(b":")[1])
                    while stream.readline().strip():
                        pass
                    self._came.put(json.loads(stream.read(size)))
        except ValueError:
            return  # the stream was closed
