package dev.plumbline.lifecycle.deprecation.imports.table;

import java.util.regex.Pattern;

/** Text as a person reads it: ordinary hyphens and spaces, no soft hyphens. */
public final class PlainText {

  private static final Pattern HYPHENS = Pattern.compile("[\\u2010\\u2011\\u2212]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b\\u200c\\u200d\\ufeff]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

  private PlainText() {}

  public static String of(String text) {
    String hyphens = HYPHENS.matcher(text).replaceAll("-");
    String visible = INVISIBLE.matcher(hyphens).replaceAll("");
    return SPACES.matcher(visible).replaceAll(" ").strip();
  }
}
