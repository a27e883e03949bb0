package dev.plumbline.api.notifications;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.web.NavLink;
import java.util.ArrayList;
import java.util.List;

/** The pages of the section Alerts. */
public enum AlertTabs {
  NEEDS_YOU("/alerts", "What needs you"),
  HISTORY("/alerts/history", "History"),
  RULES("/alerts/rules", "Rules"),
  CHANNELS("/alerts/channels", "Channels");

  private final String address;
  private final String label;

  AlertTabs(String address, String label) {
    this.address = address;
    this.label = label;
  }

  /** Those that the reader may see. */
  public List<NavLink> links(Caller reader) {
    List<NavLink> links = new ArrayList<>();
    for (AlertTabs each : values()) {
      if (each != CHANNELS || reader.grants().anywhere(Permissions.CHANNELS_READ)) {
        links.add(new NavLink(each.address, each.label, each == this));
      }
    }
    return links;
  }
}
