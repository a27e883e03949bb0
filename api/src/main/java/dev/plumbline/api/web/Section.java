package dev.plumbline.api.web;

/** A page of the main navigation. */
public enum Section {
  BREAK_EVEN("/break-even", "Break-even"),
  ESTIMATE("/estimate", "Estimate"),
  PRICES("/prices", "Prices"),
  DOCUMENTATION("/q/swagger-ui/", "API docs"),
  /** Pages outside the navigation, such as errors. */
  NONE("", "");

  private final String address;
  private final String label;

  Section(String address, String label) {
    this.address = address;
    this.label = label;
  }

  NavLink link(Section current) {
    return new NavLink(address, label, this == current);
  }
}
