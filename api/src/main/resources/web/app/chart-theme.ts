export interface ChartTheme {
  series: string[];
  mark: string;
  text: string;
  ink: string;
  axis: string;
  grid: string;
  raised: string;
  font: string;
}

/** The chart colours of the theme that is on, from the CSS variables of tokens.css. */
export function currentTheme(): ChartTheme {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    series: [1, 2, 3, 4, 5].map((n) => value(`--chart-${n}`)),
    mark: value("--chart-mark"),
    text: value("--chart-text"),
    ink: value("--bs-body-color"),
    axis: value("--chart-axis"),
    grid: value("--chart-grid"),
    raised: value("--surface-raised"),
    font: getComputedStyle(document.body).fontFamily,
  };
}
