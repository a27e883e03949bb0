package dev.plumbline.lifecycle.scan;

import dev.plumbline.core.finding.Severity;
import java.util.Locale;

/** What a place does with the model that it names, as far as the text around it shows. */
public enum Usage {
  /** An argument, a property or a variable whose name says that it is a model. */
  CALL_SITE(Weight.LIVE),
  /** A value of a configuration file or of an infrastructure template. */
  CONFIGURATION(Weight.LIVE),
  /** A whole string of code whose purpose is not visible. */
  LITERAL(Weight.LIVE),
  /** A key, an item of a list or one side of a comparison: known to the code, not yet called. */
  LISTED(Weight.POSSIBLE),
  /** On Azure a call names a deployment, and its name is free text. */
  DEPLOYMENT_NAME(Weight.ASIDE),
  /** The rest of the name, or its version, is computed. */
  PART_OF_NAME(Weight.ASIDE),
  /** A word inside a longer string. */
  TEXT(Weight.ASIDE),
  COMMENT(Weight.ASIDE),
  /** Documentation, docstrings included. */
  PROSE(Weight.ASIDE),
  CHANGELOG(Weight.ASIDE),
  /** Test code, and the fixtures beside it. */
  TEST(Weight.ASIDE),
  LOCK_FILE(Weight.ASIDE),
  /** Tables, logs and recordings. */
  RECORDED(Weight.ASIDE);

  private enum Weight {
    LIVE,
    POSSIBLE,
    ASIDE
  }

  private final Weight weight;

  Usage(Weight weight) {
    this.weight = weight;
  }

  /** Whether what stands here is probably called. Only such places let a check fail. */
  public boolean isLive() {
    return weight == Weight.LIVE;
  }

  /** As it is published, for example {@code call-site}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same objection matters less where nothing is called. */
  Severity weigh(Severity atLivePlace) {
    return switch (weight) {
      case LIVE -> atLivePlace;
      case POSSIBLE -> atLivePlace == Severity.ERROR ? Severity.WARNING : Severity.INFORMATION;
      case ASIDE -> Severity.INFORMATION;
    };
  }
}
