package dev.plumbline.api.web;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import java.util.Optional;

/** A page of the main navigation. */
public enum Section {
  BREAK_EVEN("/break-even", "Break-even", Permissions.BREAK_EVEN),
  ESTIMATE("/estimate", "Estimate", Permissions.CALCULATE),
  PRICES("/prices", "Prices", Permissions.PRICES_READ),
  MODELS("/models", "Models", Permissions.MODELS_READ),
  DRIFT("/drift", "Drift", Permissions.MODELS_READ),
  CALENDAR("/calendar", "Calendar", Permissions.CALENDAR_READ),
  ALERTS("/alerts", "Alerts", Permissions.ALERTS_READ),
  JOBS("/jobs", "Jobs", Permissions.JOBS_READ),
  AUDIT("/audit", "Audit", Permissions.AUDIT_READ),
  SETTINGS("/settings", "Settings", Permissions.ORGANISATION_READ),
  /** Pages outside the navigation, such as errors. */
  NONE("", "", "");

  private final String address;
  private final String label;
  private final String permission;

  Section(String address, String label, String permission) {
    this.address = address;
    this.label = label;
    this.permission = permission;
  }

  /** Whether the reader may go there; a visitor sees what everybody may. */
  boolean isFor(Optional<Caller> reader) {
    return this != NONE
        && reader.map(each -> each.grants().anywhere(permission)).orElse(this == BREAK_EVEN);
  }

  NavLink link(Section current) {
    return new NavLink(address, label, this == current);
  }
}
