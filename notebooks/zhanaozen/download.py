"""Let the browser save a file that a cell made. Works only in a notebook that runs."""

import base64
import json

import ipywidgets as widgets


def script(data: bytes, name: str, kind: str) -> str:
    """Return JavaScript with which the browser saves `data` as a file of that name and MIME type."""
    # In base64, nothing in the data can end the script it stands in.
    return f"""{{
  const bytes = Uint8Array.from(atob("{base64.b64encode(data).decode()}"), (c) => c.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], {{type: {json.dumps(kind)}}}));
  link.download = {json.dumps(name)};
  link.click();
}}"""


def start(output: widgets.Output, code: str) -> None:
    """Run a download script in an output widget."""
    output.outputs = ({"output_type": "display_data", "data": {"application/javascript": code}, "metadata": {}},)
