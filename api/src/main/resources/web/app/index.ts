import "bootstrap/dist/css/bootstrap.min.css";
import "./tokens.css";
import "./layout.css";
import "./parts.css";
import "./settings.css";
import "./calendar.css";
import "./models.css";
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

/** On a small screen the verdict and the result matter more than thirty open inputs. */
function closeGroupsOnSmallScreens(): void {
  if (!matchMedia("(max-width: 61.99rem)").matches) return;
  for (const group of document.querySelectorAll<HTMLDetailsElement>("form.inputs details.group")) {
    group.open = group.querySelector("[aria-invalid=true]") !== null;
  }
}

/** Paper cannot be opened: what is folded on the screen is printed open, and folded again after. */
function unfoldForPrint(): void {
  const unfolded: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>("details.group:not([open])")) {
      part.open = true;
      unfolded.push(part);
    }
  });
  addEventListener("afterprint", () => {
    for (const part of unfolded.splice(0)) part.open = false;
  });
}

followTheme();
unfoldForPrint();
closeGroupsOnSmallScreens();
listenForCopy();
listenForSorting();
followUploads();
enhance();
document.body.addEventListener("htmx:afterSettle", enhance);
