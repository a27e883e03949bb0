/** Marks the inputs that the answer refused, and takes the mark away when they are accepted. */
export function markRefusedFields(root: ParentNode): void {
  const refused = new Set(
    [...root.querySelectorAll<HTMLElement>("[data-refused]")].map((e) => e.dataset.refused),
  );
  for (const field of root.querySelectorAll<HTMLInputElement>("form.inputs [name]")) {
    if (refused.has(field.name)) {
      field.setAttribute("aria-invalid", "true");
      field.closest("details")?.setAttribute("open", "");
    } else {
      field.removeAttribute("aria-invalid");
    }
  }
}
