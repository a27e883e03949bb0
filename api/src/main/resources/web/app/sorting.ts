const numbers = new Intl.Collator(undefined, { numeric: true });

/** The value that a cell is sorted by: its data-v where the shown text is rounded or worded. */
function key(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset.v ?? cell?.textContent?.trim() ?? "";
}

function compare(a: string, b: string): number {
  const x = Number(a);
  const y = Number(b);
  if (a !== "" && b !== "" && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return numbers.compare(a, b);
}

function sortBy(header: HTMLTableCellElement): void {
  const table = header.closest("table");
  const body = table?.tBodies[0];
  if (!table || !body) return;
  const descending = header.getAttribute("aria-sort") === "ascending";
  for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const direction = descending ? -1 : 1;
  const rows = [...body.rows];
  rows.sort((a, b) => direction * compare(key(a, header.cellIndex), key(b, header.cellIndex)));
  body.append(...rows);
}

/** Tables sort by the buttons in their headers. Order is not data: nothing is computed here. */
export function listenForSorting(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("button.sort");
    const header = button?.closest("th");
    if (header) sortBy(header);
  });
}
