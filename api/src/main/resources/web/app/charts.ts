import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { type ChartTable, readTable } from "./chart-table";
import { type ChartTheme, currentTheme } from "./chart-theme";

echarts.use([
  BarChart,
  CanvasRenderer,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  TooltipComponent,
]);

interface Mark {
  x: number | string;
  label: string;
  strong?: boolean;
}

/** Shapes and dashes tell the lines apart for readers who do not see the colours. */
const DASHES = ["solid", "dashed", "dotted", [10, 4, 2, 4], [14, 5]];
const SYMBOLS = ["circle", "rect", "triangle", "diamond", "arrow"];

const drawn = new Map<HTMLElement, echarts.ECharts>();

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 4 });
const plain = new Intl.NumberFormat("en", { maximumSignificantDigits: 6 });

function lines(figure: HTMLElement, table: ChartTable, theme: ChartTheme): object {
  const marks: Mark[] = JSON.parse(figure.dataset.marks ?? "[]");
  const kind = figure.dataset.chart;
  const time = kind === "steps" || figure.dataset.xScale === "time";
  const series = table.series.map((one, index) => ({
    type: "line",
    name: one.name,
    data: one.points.map((point) => ({ value: [point.x, point.y], shown: point.shown })),
    step: kind === "steps" ? "end" : false,
    connectNulls: figure.dataset.gaps === "joined",
    showSymbol: kind === "steps",
    symbol: SYMBOLS[index % SYMBOLS.length],
    symbolSize: 8,
    lineStyle: { width: index === 0 ? 3 : 2.25, type: DASHES[index % DASHES.length] },
    markLine: index === 0 ? markLine(marks, theme) : undefined,
  }));
  return {
    xAxis: {
      ...axis(theme),
      type: kind === "steps" ? "time" : (figure.dataset.xScale ?? "value"),
      name: figure.dataset.xName,
      nameLocation: "middle",
      nameGap: 34,
      min: kind === "steps" ? undefined : "dataMin",
      max: kind === "steps" ? undefined : "dataMax",
      axisLabel: {
        color: theme.text,
        hideOverlap: true,
        showMinLabel: false,
        formatter: time ? undefined : (value: number) => compact.format(value),
      },
    },
    yAxis: valueAxis(figure, theme),
    tooltip: { ...tooltip(theme, time), trigger: kind === "steps" ? "item" : "axis" },
    useUTC: figure.dataset.xScale === "time",
    series,
  };
}

function bars(figure: HTMLElement, table: ChartTable, theme: ChartTheme): object {
  return {
    xAxis: {
      ...axis(theme),
      type: "category",
      data: table.labels,
      name: figure.dataset.xName,
      nameLocation: "middle",
      nameGap: 34,
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: valueAxis(figure, theme),
    tooltip: { ...tooltip(theme), trigger: "axis", axisPointer: { type: "shadow" } },
    series: table.series.map((one) => ({
      type: "bar",
      name: one.name,
      barCategoryGap: "12%",
      data: one.points.map((point) => ({ value: point.y, shown: point.shown })),
    })),
  };
}

function markLine(marks: Mark[], theme: ChartTheme): object {
  return {
    symbol: "none",
    silent: true,
    animation: false,
    data: marks.map((mark, index) => ({
      xAxis: mark.x,
      lineStyle: { color: theme.mark, width: mark.strong ? 2 : 1.25, type: mark.strong ? "solid" : "dashed" },
      label: {
        formatter: mark.label,
        color: theme.mark,
        fontWeight: mark.strong ? 600 : 400,
        position: "end",
        distance: [0, index % 2 === 0 ? 4 : 20],
      },
    })),
  };
}

function axis(theme: ChartTheme): object {
  return {
    axisLine: { show: true, lineStyle: { color: theme.axis } },
    axisTick: { lineStyle: { color: theme.axis } },
    axisLabel: { color: theme.text, hideOverlap: true },
    nameTextStyle: { color: theme.text },
    splitLine: { lineStyle: { color: theme.grid } },
  };
}

function valueAxis(figure: HTMLElement, theme: ChartTheme): object {
  return {
    ...axis(theme),
    type: figure.dataset.yScale ?? "value",
    name: figure.dataset.yName,
    nameLocation: "end",
    nameTextStyle: { color: theme.text, align: "left" },
    axisLabel: { color: theme.text, formatter: (value: number) => compact.format(value) },
  };
}

/** Drawn on the canvas, so a name from outside can never become markup. */
function tooltip(theme: ChartTheme, time = false): object {
  return {
    renderMode: "richText",
    confine: true,
    backgroundColor: theme.raised,
    borderColor: theme.axis,
    textStyle: { color: theme.ink, fontSize: 13 },
    formatter: (hovered: Hovered | Hovered[]) => describe(hovered, time),
  };
}

interface Hovered {
  seriesName: string;
  axisValueLabel?: string;
  value: unknown;
  data: { value: unknown; shown: string };
}

function describe(hovered: Hovered | Hovered[], time: boolean): string {
  const all = Array.isArray(hovered) ? hovered : [hovered];
  const first = all[0];
  const where = Array.isArray(first.value) ? first.value[0] : first.axisValueLabel;
  const head = typeof where === "number" ? headOf(where, time) : String(where ?? "");
  return [head, ...all.map((one) => `${one.seriesName}: ${one.data.shown}`)].join("\n");
}

/** A number, or the moment of so many milliseconds in UTC. */
function headOf(where: number, time: boolean): string {
  return time ? new Date(where).toISOString().slice(0, 16).replace("T", " ") : plain.format(where);
}

/** Room for the legend, the labels of the marks and the name of the vertical axis. */
function topOf(figure: HTMLElement, table: ChartTable): number {
  const legend = table.series.length > 1 ? 46 : 0;
  return legend + (figure.dataset.marks ? 48 : 28);
}

function draw(figure: HTMLElement): void {
  const canvas = figure.querySelector<HTMLElement>(".chart-canvas");
  const source = figure.querySelector("table");
  if (!canvas || !source) return;
  const theme = currentTheme();
  const table = readTable(source);
  const chart = drawn.get(canvas) ?? echarts.init(canvas, null, { renderer: "canvas" });
  drawn.set(canvas, chart);
  const shape = figure.dataset.chart === "bars" ? bars : lines;
  chart.setOption(
    {
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      animationDuration: 350,
      color: theme.series,
      textStyle: { fontFamily: theme.font, color: theme.text },
      grid: { left: 8, right: 24, top: topOf(figure, table), bottom: 34, containLabel: true },
      legend: {
        show: table.series.length > 1,
        top: 0,
        left: 0,
        itemWidth: 34,
        textStyle: { color: theme.text },
      },
      ...shape(figure, table, theme),
    },
    true,
  );
  figure.dataset.drawn = "true";
}

function forgetRemoved(): void {
  for (const [canvas, chart] of drawn) {
    if (!canvas.isConnected) {
      chart.dispose();
      drawn.delete(canvas);
    }
  }
}

/** Draws every chart below the root that is not drawn yet. */
export function showCharts(root: ParentNode): void {
  forgetRemoved();
  for (const figure of root.querySelectorAll<HTMLElement>("figure.chart:not([data-drawn])")) {
    draw(figure);
  }
}

function redraw(): void {
  for (const canvas of drawn.keys()) {
    const figure = canvas.closest<HTMLElement>("figure.chart");
    if (figure) draw(figure);
  }
}

document.addEventListener("plumbline:theme", redraw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
addEventListener("beforeprint", () =>
  drawn.forEach((chart) => {
    chart.setOption({ animation: false });
    chart.resize();
  }),
);
