package dev.plumbline.api.scan;

/** Why a file was left out on purpose. The labels are published. */
public enum PassedOver {
  IGNORED("ignored"),
  VENDORED("vendored"),
  BINARY("binary"),
  GENERATED("generated"),
  LINK("link");

  private final String label;

  PassedOver(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
