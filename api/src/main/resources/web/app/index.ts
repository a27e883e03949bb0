import "bootstrap/dist/css/bootstrap.min.css";
import "./tokens.css";
import "./layout.css";
import "./parts.css";
import "htmx.org/dist/htmx.esm.js";
import { followTheme } from "./theme-toggle";
import { listenForCopy } from "./copy";
import { listenForSorting } from "./sorting";
import { followUploads } from "./upload";
import { markRefusedFields } from "./refused-fields";

/** The chart library is large, so only pages with a chart load it. */
async function drawCharts(): Promise<void> {
  if (!document.querySelector("figure.chart")) return;
  const { showCharts } = await import("./charts");
  showCharts(document);
}

function enhance(): void {
  markRefusedFields(document);
  void drawCharts();
}

followTheme();
listenForCopy();
listenForSorting();
followUploads();
enhance();
document.body.addEventListener("htmx:afterSettle", enhance);
