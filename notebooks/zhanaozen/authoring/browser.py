"""JupyterLab in a headless Chromium that reaches this machine only, for browser tests and for the benchmark."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name is ever looked up, not even by what Playwright cannot intercept.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

# Nothing is saved on its own, nothing pops up, and cells outside the window are drawn too.
SETTINGS = {
    "docmanager-extension/plugin": {"autosave": False},
    "notebook-extension/tracker": {"windowingMode": "none"},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}

CHART = ".jp-OutputArea-output .vega-embed"

READY = """() => {
    const panel = window.jupyterapp?.shell.currentWidget;
    const context = panel?.sessionContext;
    return context?.isReady && context.session?.kernel?.connectionStatus === "connected";
}"""

IDLE = f"""() => {{
    const panel = window.jupyterapp.shell.currentWidget;
    const cells = panel.content.widgets.filter(cell => cell.model.type === "code");
    const charts = [...panel.node.querySelectorAll('{CHART}')];
    return panel.sessionContext.session.kernel.status === "idle"
        && cells.every(cell => cell.model.executionState !== "running")
        && charts.every(chart => chart.querySelector("svg, canvas, .vega-error"));
}}"""


RUN_ALL = "() => window.jupyterapp.commands.execute('notebook:run-all-cells').then(() => true)"

ERRORS = """() => window.jupyterapp.shell.currentWidget.content.widgets.flatMap((cell, index) =>
    (cell.model.sharedModel.toJSON().outputs ?? [])
        .filter(output => output.output_type === "error")
        .map(output => `cell ${index + 1}: ${output.ename}: ${output.evalue}`)
)"""


def chromium(playwright) -> str | None:
    """Return the browser to drive: $CHROMIUM, one on the path, or Playwright's own; None if there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    own = playwright.chromium.executable_path
    return found or (own if Path(own).exists() else None)


@contextlib.contextmanager
def jupyterlab(root: Path, scratch: Path):
    """Serve `root` with the JupyterLab of this environment and yield its address.

    Settings, checkpoints, logs and a student's workbook go to `scratch`, so `root` stays as it is.
    """
    for plugin, values in SETTINGS.items():
        path = scratch / "settings" / "@jupyterlab" / f"{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url, log = f"http://127.0.0.1:{port}", scratch / "jupyterlab.log"
    command = [
        *(sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1"),
        *(f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token="),
        *(f"--ServerApp.root_dir={root}", f"--FileCheckpoints.checkpoint_dir={scratch / 'checkpoints'}"),
        *("--LabApp.expose_app_in_browser=True", "--LabApp.news_url="),
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    env = os.environ | {
        "JUPYTER_CONFIG_DIR": str(scratch / "config"),
        "JUPYTER_DATA_DIR": str(scratch / "data"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(scratch / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(scratch / "workspaces"),
        "IPYTHONDIR": str(scratch / "ipython"),
        "ZHANAOZEN_WORKBOOK": str(scratch / "workbook.json"),
    }
    with log.open("wb") as out:
        server = subprocess.Popen(command, env=env, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
    try:
        _wait_for(url + "/api/status", server, log)
        yield url
    finally:
        server.terminate()
        server.wait(30)


def _wait_for(url, server, log, seconds=60):
    """Return once the server answers; fail with its log if it stops or stays silent."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            return urllib.request.urlopen(url, timeout=2).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8')[-4000:]}")


def open_notebook(page, path: str):
    """Open a notebook, named from the served folder; wait until its kernel and stored charts are there."""
    page.goto(f"/lab/tree/{path}?reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
    page.wait_for_function(READY, timeout=60_000)
    wait_idle(page)


def run_all(page, seconds=120):
    """Run every cell, wait until all charts are drawn, and fail if a cell ended in an error."""
    page.wait_for_function(RUN_ALL, timeout=seconds * 1000)
    wait_idle(page, seconds)
    errors = page.evaluate(ERRORS)
    assert not errors, "; ".join(errors)


def wait_idle(page, seconds=60):
    """Wait until the kernel has nothing to do and every chart in the page is drawn."""
    page.wait_for_function(IDLE, timeout=seconds * 1000)
