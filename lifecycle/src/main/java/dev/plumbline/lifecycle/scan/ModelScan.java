package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the models that files name and says what stands against them. Reads no file and no clock;
 * can be used by several threads at once.
 */
public final class ModelScan {

  private final NameLeads leads;
  private final NameReader reader;
  private final Objections objections;

  public ModelScan(ScanSettings settings, DeprecationCalendar calendar, KnownModels known) {
    requireNonNull(settings, "settings");
    this.leads = new NameLeads(known);
    this.reader = new NameReader(new ModelNames(known));
    this.objections = new Objections(settings, calendar, known);
  }

  /** With the calendar and the names that ship with Plumbline. */
  public static ModelScan bundled(ScanSettings settings) {
    return new ModelScan(settings, DeprecationCalendar.bundled(), KnownModels.bundled());
  }

  /**
   * A quick look: whether UTF-8 bytes need reading. False means that {@link #scan} finds nothing.
   *
   * @param length how many of the bytes count
   */
  public boolean mayNameModels(byte[] bytes, int length) {
    return leads.find(bytes, length, 0) >= 0;
  }

  /** All models that a file names, with what stands against them, in the order of the file. */
  public FileScan scan(String path, List<Passage> passages) {
    Fingerprints prints = new Fingerprints();
    List<Mention> mentions = new ArrayList<>();
    List<ScanFinding> findings = new ArrayList<>();
    for (Passage passage : passages) {
      PassageScan scan = new PassageScan(path, passage, leads, reader);
      scan.mentions().forEach(mentions::add);
      findings.addAll(scan.findings(objections, prints));
    }
    return new FileScan(path, mentions, findings, mentions.size() >= PassageScan.MOST_MENTIONS);
  }
}
