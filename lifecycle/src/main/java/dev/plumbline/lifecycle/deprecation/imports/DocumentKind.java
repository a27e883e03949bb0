package dev.plumbline.lifecycle.deprecation.imports;

import dev.plumbline.core.evidence.Source;
import java.util.Arrays;
import java.util.Optional;

/** The forms that can be read, and what stands behind each. */
public enum DocumentKind {
  /** OpenAI's deprecations page. */
  OPENAI_PAGE("openai-page", "openai-page", "OpenAI deprecations page", Source.Kind.PROVIDER_PAGE),
  /** Microsoft's retirement schedule with the table of fine-tuned models. */
  AZURE_PAGE(
      "azure-page",
      "microsoft-schedule",
      "Microsoft model retirement schedule",
      Source.Kind.PROVIDER_PAGE),
  /** A public collection of many providers' dates. */
  JSON("json", "json-feed", "public collection of dates", Source.Kind.THIRD_PARTY),
  /** Rows that a person wrote. */
  CSV("csv", "csv-by-hand", "dates entered by hand", Source.Kind.MANUAL);

  private final String label;
  private final String document;
  private final String title;
  private final Source.Kind sourceKind;

  DocumentKind(String label, String document, String title, Source.Kind sourceKind) {
    this.label = label;
    this.document = document;
    this.title = title;
    this.sourceKind = sourceKind;
  }

  public String label() {
    return label;
  }

  /** Key of the document whose versions supersede each other. */
  String document() {
    return document;
  }

  String title() {
    return title;
  }

  Source.Kind sourceKind() {
    return sourceKind;
  }

  /** A page lists everything; a collection or a person may leave out what did not change. */
  public boolean isComplete() {
    return this == OPENAI_PAGE || this == AZURE_PAGE;
  }

  public static Optional<DocumentKind> findByLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }
}
