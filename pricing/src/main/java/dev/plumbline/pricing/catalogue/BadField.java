package dev.plumbline.pricing.catalogue;

/** One field of a file that cannot be read. Never leaves this package. */
final class BadField extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String remedy;

  BadField(String field, String problem, String remedy) {
    super(problem);
    this.field = field;
    this.remedy = remedy;
  }

  String field() {
    return field;
  }

  String remedy() {
    return remedy;
  }
}
