package dev.plumbline.core.alert;

import java.util.List;

/** Whom a step is told to. */
public final class Recipients {

  private Recipients() {}

  /** The contact of the level that is asked now; empty when the condition names nobody. */
  public static String of(Alert alert) {
    List<String> contacts = alert.condition().contacts();
    int level = alert.state() instanceof AlertState.Open open ? open.level() : 0;
    return contacts.isEmpty() ? "" : contacts.get(Math.min(level, contacts.size() - 1));
  }
}
