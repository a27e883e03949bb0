/* Runs before the first paint: a page that starts light and turns dark hurts the eyes. */
const remembered = localStorage.getItem("plumbline-theme");
const systemIsDark = matchMedia("(prefers-color-scheme: dark)").matches;
const chosen = remembered === "light" || remembered === "dark" ? remembered : "system";
document.documentElement.dataset.theme = chosen;
document.documentElement.dataset.bsTheme =
  chosen === "system" ? (systemIsDark ? "dark" : "light") : chosen;
document.documentElement.classList.add("js");
