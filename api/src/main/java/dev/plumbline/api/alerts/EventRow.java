package dev.plumbline.api.alerts;

/** One thing that happened to an alert, as a page shows it. */
record EventRow(AlertEventView view) {

  static EventRow of(AlertEventView view) {
    return new EventRow(view);
  }

  public String at() {
    return AlertRow.minute(view.at());
  }

  public String tone() {
    return view.event().equals("resolved") ? "tone-good" : AlertRow.tone(view.severity());
  }
}
