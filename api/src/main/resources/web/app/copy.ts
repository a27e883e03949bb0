/** A button with data-copy="id" puts the text of that element on the clipboard. */
export function listenForCopy(): void {
  document.addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy ?? "");
    const said = button.querySelector<HTMLElement>("[data-said]");
    if (!source || !said) return;
    try {
      await navigator.clipboard.writeText(source.textContent ?? "");
      said.textContent = "Copied";
    } catch {
      getSelection()?.selectAllChildren(source);
      said.textContent = "Selected: press Ctrl+C";
    }
  });
}
