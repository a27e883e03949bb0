export interface Point {
  x: number | string;
  y: number | null;
  shown: string;
}

export interface Series {
  name: string;
  points: Point[];
}

export interface ChartTable {
  labels: string[];
  series: Series[];
}

function raw(cell: HTMLTableCellElement): string {
  return cell.dataset.v ?? cell.textContent?.trim() ?? "";
}

function position(cell: HTMLTableCellElement): number | string {
  const value = Number(raw(cell));
  return Number.isNaN(value) ? raw(cell) : value;
}

/**
 * A chart has no numbers of its own: it draws the table beside it. The first column is the
 * horizontal axis, every further column is a series, an empty cell is a gap.
 */
export function readTable(table: HTMLTableElement): ChartTable {
  const names = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent?.trim() ?? "");
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  return {
    labels: rows.map((row) => row.cells[0].textContent?.trim() ?? ""),
    series: names.slice(1).map((name, index) => ({
      name,
      points: rows.map((row) => {
        const cell = row.cells[index + 1];
        const value = raw(cell);
        return {
          x: position(row.cells[0]),
          y: value === "" ? null : Number(value),
          shown: cell.textContent?.trim() ?? "",
        };
      }),
    })),
  };
}
