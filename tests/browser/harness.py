"""What a browser test does with JupyterLab: open a notebook, run it, wait, take pictures, check with axe."""

import os
from pathlib import Path

from zhanaozen.authoring.browser import CHART, FLAGS, chromium, jupyterlab, open_notebook, run_all, wait_idle

__all__ = [
    "CHART",
    "FLAGS",
    "OUTPUTS",
    "axe",
    "chromium",
    "jupyterlab",
    "open_notebook",
    "run_all",
    "shot",
    "wait_idle",
]

OUTPUTS = ".jp-Notebook .jp-OutputArea-output"


def shot(page, name: str, selector: str | None = None):
    """Save pictures in the folder $ZHANAOZEN_SHOTS, if that is set.

    One part of the page becomes NAME.png; without a selector the whole notebook becomes NAME-1.png,
    NAME-2.png and so on.
    """
    folder = os.environ.get("ZHANAOZEN_SHOTS")
    if not folder:
        return
    if selector:
        page.locator(selector).first.screenshot(path=Path(folder, f"{name}.png"))
        return
    size = page.viewport_size
    height = page.evaluate("() => document.querySelector('.jp-WindowedPanel-outer').scrollHeight")
    page.set_viewport_size(size | {"height": min(height + 120, 30_000)})
    page.evaluate("() => document.querySelector('.jp-WindowedPanel-outer').scrollTo(0, 0)")
    panel = page.locator(".jp-WindowedPanel-outer").first.bounding_box()
    for number, top in enumerate(range(0, int(panel["height"]), 1400), 1):
        rest = min(1400, panel["height"] - top)
        clip = panel | {"y": panel["y"] + top, "height": rest}
        page.screenshot(path=Path(folder, f"{name}-{number}.png"), clip=clip)
    page.set_viewport_size(size)


def axe(page, selector: str = OUTPUTS) -> list[str]:
    """Return what axe-core finds wrong within `selector`, one sentence for each element."""
    from axe_playwright_python.sync_playwright import Axe

    violations = Axe().run(page, context=selector).response["violations"]
    return [
        f"{v['id']} ({v['impact']}): {v['help']}: {' '.join(map(str, node['target']))}"
        for v in violations
        for node in v["nodes"]
    ]
