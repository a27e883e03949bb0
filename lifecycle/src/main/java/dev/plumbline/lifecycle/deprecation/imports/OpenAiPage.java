package dev.plumbline.lifecycle.deprecation.imports;

import static dev.plumbline.core.model.Provider.OPENAI;
import static dev.plumbline.lifecycle.deprecation.LifeClock.INFERENCE;
import static dev.plumbline.lifecycle.deprecation.LifeClock.TRAINING;

import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.ClaimScope;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Statement;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.deprecation.Subject.Kind;
import dev.plumbline.lifecycle.deprecation.imports.table.Page;
import dev.plumbline.lifecycle.deprecation.imports.table.PageSection;
import dev.plumbline.lifecycle.deprecation.imports.table.PageTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * OpenAI's deprecations page: one section per announcement with its day in the heading; families of
 * fine-tunes are rows named {@code ft-…}; the end of training is a table of dates and sentences.
 */
final class OpenAiPage {

  private static final Pattern NOT_AFFECTED =
      Pattern.compile("fine-?tuned? [^.]{0,120}\\bnot (be )?(affected|effected|impacted)");
  private static final Pattern TRAINING_ONLY =
      Pattern.compile("fine-?tuning training|training on", Pattern.CASE_INSENSITIVE);
  private static final Pattern FOLLOWS_BASE =
      Pattern.compile(
          "fine-?tuned? [^.]{0,160}\\b(same (schedule|date|timeline)|also (be )?(shut|removed"
              + "|deprecated|retired))");

  private final Reading reading;

  OpenAiPage(Reading reading) {
    this.reading = reading;
  }

  void read(Page page) {
    for (PageSection section : page.sections()) {
      for (PageTable table : section.tables()) {
        new Announcement(section, table).read();
      }
    }
  }

  /** One table under one announcement. */
  private final class Announcement {

    private final PageTable table;
    private final Optional<LocalDate> announced;
    private final String heading;
    private final String prose;

    Announcement(PageSection section, PageTable table) {
      this.table = table;
      this.heading = section.heading();
      this.announced =
          section.headings().stream()
              .flatMap(text -> DateText.firstIn(text).stream())
              .reduce((outer, inner) -> inner)
              .or(() -> DateText.firstIn(section.prose()));
      this.prose = section.prose().toLowerCase(Locale.ROOT);
    }

    void read() {
      OptionalInt date = table.findColumn(name -> name.contains("date"));
      OptionalInt model = table.findColumn(Announcement::namesModels);
      OptionalInt update = table.findColumn(name -> name.equals("update"));
      if (date.isPresent() && model.isPresent()) {
        table.rows().forEach(row -> models(row, date.getAsInt(), model.getAsInt()));
      } else if (date.isPresent() && update.isPresent() && isAboutTuning()) {
        table.rows().forEach(row -> gate(row, date.getAsInt(), update.getAsInt()));
      } else {
        reading.hold(
            reading.document().at(table.line(), heading),
            "NO_MODELS",
            "this table has no column of models",
            "read it yourself; it changes nothing here");
      }
    }

    private static boolean namesModels(String column) {
      return !column.contains("replacement")
          && !column.contains("substitute")
          && !column.contains("price")
          && (column.contains("model") || column.contains("system"));
    }

    private boolean isAboutTuning() {
      return heading.toLowerCase(Locale.ROOT).replace(" ", "-").contains("fine-tuning");
    }

    private void models(PageTable.Row row, int dateColumn, int modelColumn) {
      List<String> ids = ModelCell.ids(row.cell(modelColumn));
      if (ids.isEmpty()) {
        reading.hold(
            reading.document().at(row.line(), table.columns().get(modelColumn)),
            "NO_MODEL_ID",
            "'" + row.cell(modelColumn) + "' is no model id",
            "add it by hand if it is a model");
        return;
      }
      boolean trainingOnly = TRAINING_ONLY.matcher(row.cell(modelColumn)).find();
      date(row, dateColumn)
          .map(date -> statement(row, date))
          .ifPresent(
              statement ->
                  ids.forEach(
                      id -> {
                        if (trainingOnly) {
                          state(row, new Subject(OPENAI, Kind.BASE, id), TRAINING, statement);
                        } else {
                          state(row, id, statement);
                        }
                      }));
    }

    private Optional<DateText> date(PageTable.Row row, int column) {
      var where = reading.document().at(row.line(), table.columns().get(column));
      Optional<DateText> date = DateText.parse(row.cell(column));
      if (date.isEmpty()) {
        reading.refuse(
            where,
            "NO_DATE",
            "'" + row.cell(column) + "' is no date",
            "write the row as CSV with a date like 2027-01-14");
        return date;
      }
      if (announced.isPresent() && date.get().day().equals(announced)) {
        reading.refuse(
            where,
            "ANNOUNCEMENT_AS_SHUTDOWN",
            "the shutdown is the day of the announcement, " + announced.get(),
            "check the page; enter the date by hand if it is right");
        return Optional.empty();
      }
      return date;
    }

    private Statement statement(PageTable.Row row, DateText date) {
      OptionalInt replacement =
          table.findColumn(name -> name.contains("replacement") || name.contains("substitute"));
      return new Statement(
          date.day(),
          date.certainty(ClaimCertainty.COMMITTED),
          announced,
          replacement.isPresent()
              ? ModelCell.replacement(row.cell(replacement.getAsInt()))
              : Optional.empty());
    }

    private void state(PageTable.Row row, String id, Statement statement) {
      if (id.startsWith("ft-")) {
        state(row, Kind.FAMILY, id.substring("ft-".length()), statement);
        return;
      }
      if (isTableOfTunedModels()) {
        state(row, new Subject(OPENAI, Kind.TUNED, id), TRAINING, statement);
        state(row, Kind.TUNED, id, statement);
        return;
      }
      state(row, Kind.BASE, id, statement);
      if (NOT_AFFECTED.matcher(prose).find()) {
        state(
            row,
            Kind.NOT_AFFECTED,
            id,
            new Statement(Optional.empty(), ClaimCertainty.COMMITTED, announced, Optional.empty()));
      } else if (FOLLOWS_BASE.matcher(prose).find()) {
        state(row, Kind.FOLLOWS_BASE, id, statement);
      }
    }

    /** Rows about the fine-tunes of a base are named like the base, and priced for training. */
    private boolean isTableOfTunedModels() {
      return isAboutTuning()
          && table.findColumn(column -> column.contains("training price")).isPresent();
    }

    private void state(PageTable.Row row, Kind kind, String name, Statement statement) {
      state(row, new Subject(OPENAI, kind, name), INFERENCE, statement);
    }

    private void state(PageTable.Row row, Subject subject, LifeClock clock, Statement statement) {
      reading.state(row.line(), ClaimKey.everywhere(subject, clock), statement);
    }

    /** A sentence of who can no longer train from a day on. */
    private void gate(PageTable.Row row, int dateColumn, int updateColumn) {
      Optional<Set<CustomerClass>> customers = customers(row.cell(updateColumn));
      Optional<DateText> date = DateText.parse(row.cell(dateColumn));
      if (customers.isEmpty() || date.isEmpty()) {
        reading.refuse(
            reading.document().at(row.line(), table.columns().get(updateColumn)),
            "UNREADABLE_SENTENCE",
            "it is not clear whom this sentence about fine-tuning means",
            "enter it by hand with the subject GATE and the customers that it means");
        return;
      }
      reading.state(
          row.line(),
          new ClaimKey(
              Subject.allFineTuning(OPENAI),
              TRAINING,
              new ClaimScope(customers.get(), Set.of(), Set.of(), Set.of())),
          new Statement(
              date.get().day(),
              date.get().certainty(ClaimCertainty.COMMITTED),
              announced,
              Optional.empty()));
    }

    /** An empty set means everybody; empty when the sentence says something else. */
    private static Optional<Set<CustomerClass>> customers(String sentence) {
      String text = sentence.toLowerCase(Locale.ROOT);
      if (text.contains("not previously run") || text.contains("never")) {
        return Optional.of(Set.of(CustomerClass.NEVER_TUNED));
      }
      if (text.contains("not run inference")) {
        return Optional.of(Set.of(CustomerClass.TUNED_BUT_IDLE));
      }
      return text.contains("existing customers") || text.contains("all ")
          ? Optional.of(Set.of())
          : Optional.empty();
    }
  }
}
