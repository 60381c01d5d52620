"""How every chart looks and is shown: one theme, one renderer, one colour and one shape for each standpoint.

JupyterLab draws Vega-Lite 5 by itself, with no network. Altair 6 writes version 6; for the grammar used
here the two are the same, and a browser test holds them so.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import altair as alt

from zhanaozen.markup import Html, grid
from zhanaozen.tables import Claim

MIME = "application/vnd.vegalite.v5+json"


def _star(points: int, inner: float) -> str:
    """Return an SVG path, within -1 to 1, of a star with so many points."""
    corners = []
    for i in range(2 * points):
        radius, angle = (1, inner)[i % 2], math.pi * (i / points - 0.5)
        corners.append(f"{radius * math.cos(angle):.2f},{radius * math.sin(angle):.2f}")
    return "M" + "L".join(corners) + "Z"


#: standpoint: (label, colour, shape). Lightness steps keep the colours apart in greyscale and for
#: colour-blind readers, and the shape says the same again; tests/test_charts.py measures both.
STANDPOINTS = {
    "state": ("State", "#3b6fb6", "square"),
    "company": ("Company", "#359199", _star(6, 0.86)),
    "state_aligned": ("Defends the state", "#251d5d", "diamond"),
    "press": ("Press", "#4a4d0c", "circle"),
    "human_rights": ("Human rights group", "#348a6b", "triangle-up"),
    "international": ("International body", "#509e90", "cross"),
    "academic": ("Scholars", "#493a41", "triangle-down"),
    "participant": ("People on the spot", "#844339", _star(5, 0.45)),
    "advocacy": ("Campaign for the strikers", "#5a1f20", "triangle-right"),
    "opposition": ("Opposition", "#924a74", "triangle-left"),
}


def label(standpoint: str) -> str:
    """Return a standpoint in words: 'state_aligned' gives 'Defends the state'."""
    return STANDPOINTS[standpoint][0]


class Encodings(NamedTuple):
    """Colour, outline and shape of the field `standpoint`, with one legend for the three."""

    colour: alt.Color
    outline: alt.Stroke
    shape: alt.Shape


def by_standpoint(standpoints: set[str], legend: str | None = "Who says it", columns: int = 3) -> Encodings:
    """Return encodings of the field `standpoint` for those standpoints that a chart shows.

    `legend` is the title of their legend, None for no legend; `columns` says how many stand beside each other.
    """
    shown = [value for key, value in STANDPOINTS.items() if key in standpoints]
    labels, colours, shapes = ([value[i] for value in shown] for i in range(3))
    key = {"title": legend, "orient": "top", "columns": columns, "symbolOpacity": 1} if legend else None
    return Encodings(
        alt.Color("standpoint:N", scale={"domain": labels, "range": colours}, legend=key),
        alt.Stroke("standpoint:N", scale={"domain": labels, "range": colours}, legend=None),
        alt.Shape("standpoint:N", scale={"domain": labels, "range": shapes}, legend=key),
    )


@alt.theme.register("zhanaozen", enable=True)
def _theme() -> alt.theme.ThemeConfig:
    return {
        "config": {
            "font": "sans-serif",
            "view": {"stroke": None, "continuousWidth": 560},
            "axis": {"grid": False, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"},
            "axisX": {"grid": True, "gridColor": "#e6e6e6"},
            "axisY": {"domain": False, "ticks": False},
            "title": {
                "anchor": "start", "frame": "bounds", "fontSize": 16, "subtitleFontSize": 12,
                "subtitleColor": "#444", "subtitlePadding": 6, "offset": 12,
            },
            "legend": {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "labelLimit": 260},
            "point": {"filled": True, "size": 110, "opacity": 1},
            "text": {"fontSize": 12, "lineHeight": 16},
        }
    }  # fmt: skip


class NoDescription(ValueError):
    """A chart was shown without alt text."""


def bundle(spec: dict, **_) -> tuple[dict, dict]:
    """Return what a notebook stores of a chart: the chart itself and its alt text. Raises `NoDescription`."""
    words = spec.get("description")
    if not words:
        raise NoDescription("Give the chart a description made from its rows: alt.Chart(..., description=...).")
    spec = spec | {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "usermeta": {"embedOptions": {"renderer": "svg", "actions": False}},
    }
    return {MIME: spec, "text/plain": words}, {}


class Figure(alt.VConcatChart):
    """Views one below the other, and in a notebook the same facts as a table that opens below them.

    Shown without being validated once more: Altair checks each part against the schema as it is made, and the tests
    check the whole; doing it again while a reader waits costs as much as making the chart.
    """

    def __init__(
        self,
        *args,
        table: tuple[Sequence[str], Sequence[Sequence[str]]] | None = None,
        claims: Sequence[Claim] = (),
        **kwargs,
    ):
        """Take what Altair takes, the head and rows of the table, and the claims that the marks stand for."""
        super().__init__(*args, **kwargs)
        # Altair would keep them as parts of the chart.
        object.__setattr__(self, "_table", table)
        object.__setattr__(self, "_claims", tuple(claims))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that the marks stand for."""
        return self._claims

    def _repr_mimebundle_(self, *_, **__) -> tuple[dict, dict]:
        return bundle(self.to_dict(validate=False))

    def _ipython_display_(self) -> None:
        from IPython.display import display

        data, metadata = self._repr_mimebundle_()
        display(data, metadata=metadata, raw=True)
        if self._table:
            display(self.as_table())

    def as_table(self) -> Html:
        """Return the same facts as a table that opens and closes."""
        return grid("The same facts as a table", *self._table, folded=True)


alt.renderers.register("zhanaozen", bundle)
alt.renderers.enable("zhanaozen")
# Every chart here carries its own rows, few enough to travel with it.
alt.data_transformers.disable_max_rows()


CLASS = "zhanaozen"
#: Put into every panel of widgets. The rules let labels wrap where ipywidgets would cut them off. What has the focus is
#: marked so that JupyterLab's shortcuts leave it alone: they would take the arrow keys and Enter from a menu or a
#: button to move between cells, and nobody could answer with the keyboard.
_KEEP_KEYS = (
    f"this.closest('.{CLASS}').addEventListener('focusin', "
    "e => e.target.setAttribute('data-lm-suppress-shortcuts', 'true'))"
)
STYLE = f"""<style onload="{_KEEP_KEYS}">
.{CLASS} {{ max-width: 48em; }}
.{CLASS} .widget-inline-hbox {{ flex-direction: column; align-items: stretch; height: auto; margin-bottom: 8px; }}
.{CLASS} .widget-inline-hbox.widget-checkbox {{ flex-direction: row; margin-bottom: 2px; }}
.{CLASS} .widget-label, .{CLASS} .widget-label-basic {{
  white-space: normal; overflow: visible; height: auto; width: auto; line-height: 1.4; text-align: left; padding: 2px 0;
}}
.{CLASS} .widget-label-basic input {{ flex: none; margin: 4px 8px 0 0; }}
.{CLASS} .widget-label-basic {{ display: flex; align-items: flex-start; }}
.{CLASS} .widget-html-content {{ line-height: 1.5; }}
.{CLASS} .widget-html-content p {{ margin: 4px 0; }}
.{CLASS} .widget-inline-hbox > :is(select, textarea, input[type=text]) {{
  box-sizing: border-box; width: 100%; flex: none;
}}
.{CLASS} .widget-dropdown > select, .{CLASS} .widget-text > input[type=text] {{ height: 30px; }}
.{CLASS} .widget-textarea > textarea {{ height: 8em; }}
.{CLASS} .vega-embed {{ display: flex; flex-direction: column-reverse; align-items: flex-start; }}
.{CLASS} .vega-bind-name {{ margin-right: 8px; }}
.{CLASS} .vega-bind select {{ height: 30px; font-size: inherit; }}
</style>"""
