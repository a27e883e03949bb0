package dev.plumbline.api.calendar;

/** What was decided about an import. */
enum ImportState {
  OPEN,
  APPROVED,
  REFUSED
}
