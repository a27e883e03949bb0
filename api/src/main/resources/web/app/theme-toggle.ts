type Choice = "light" | "dark" | "system";

const KEY = "plumbline-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

function apply(choice: Choice): void {
  const root = document.documentElement;
  root.dataset.theme = choice;
  root.dataset.bsTheme = choice === "system" ? (system.matches ? "dark" : "light") : choice;
  document.dispatchEvent(new CustomEvent("plumbline:theme"));
}

function showPressed(): void {
  const chosen = document.documentElement.dataset.theme;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === chosen));
  }
}

/** The theme follows the system until the reader chooses; the choice is remembered. */
export function followTheme(): void {
  showPressed();
  system.addEventListener("change", () => {
    if (document.documentElement.dataset.theme === "system") apply("system");
  });
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-theme-choice]");
    if (!button) return;
    const choice = button.dataset.themeChoice as Choice;
    localStorage.setItem(KEY, choice);
    apply(choice);
    showPressed();
  });
}
