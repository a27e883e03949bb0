package dev.plumbline.lifecycle.deprecation.imports;

import static dev.plumbline.core.model.Provider.AZURE;

import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.ClaimScope;
import dev.plumbline.lifecycle.deprecation.Cloud;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Statement;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.deprecation.Subject.Kind;
import dev.plumbline.lifecycle.deprecation.imports.table.Page;
import dev.plumbline.lifecycle.deprecation.imports.table.PageSection;
import dev.plumbline.lifecycle.deprecation.imports.table.PageTable;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Microsoft's schedule: bases by model and version, and a table of its own for fine-tuned models
 * with one date for training and one for deployments. The two tables never mix.
 */
final class AzurePage {

  /** The types that the schedule is about; Standard deployments have had dates of their own. */
  private static final Set<DeploymentType> DEPLOYMENTS =
      Set.of(DeploymentType.GLOBAL, DeploymentType.DATA_ZONE, DeploymentType.PROVISIONED);

  private static final Set<CustomerClass> EXISTING =
      Set.of(CustomerClass.ACTIVE, CustomerClass.TUNED_BUT_IDLE);
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,40}");
  private static final Pattern EXISTING_ONLY =
      Pattern.compile("existing customers only|only for existing customers");

  private final Reading reading;
  private final boolean footnoteMeansExisting;
  private String heading = "";

  AzurePage(Reading reading, Page page) {
    this.reading = reading;
    this.footnoteMeansExisting =
        EXISTING_ONLY.matcher(page.prose().toLowerCase(Locale.ROOT)).find();
  }

  void read(Page page) {
    for (PageSection section : page.sections()) {
      heading = section.heading();
      section.tables().forEach(this::read);
    }
  }

  private void read(PageTable table) {
    OptionalInt model = table.findColumn(name -> name.equals("model") || name.equals("model name"));
    OptionalInt version = table.findColumn(name -> name.contains("version"));
    OptionalInt training = table.findColumn(name -> name.startsWith("training"));
    OptionalInt end =
        table.findColumn(
            training.isPresent()
                ? name -> name.startsWith("deployment")
                : name -> name.contains("retirement") && !name.contains("replacement"));
    if (model.isEmpty() || version.isEmpty() || end.isEmpty()) {
      reading.hold(
          reading.document().at(table.line(), heading),
          "NO_MODELS",
          "this table does not have the columns model, version and retirement date",
          "read it yourself; it changes nothing here");
      return;
    }
    var columns = new Columns(model.getAsInt(), version.getAsInt(), end.getAsInt(), training);
    table.rows().forEach(row -> row(table, row, columns));
  }

  private record Columns(int model, int version, int end, OptionalInt training) {}

  private void row(PageTable table, PageTable.Row row, Columns columns) {
    String model = row.cell(columns.model).replace("`", "").replace("^", "").strip();
    String version = row.cell(columns.version).replace("`", "").replace("^", "").strip();
    if (!VERSION.matcher(version).matches() || !ModelCell.isId(model)) {
      withoutVersion(row, model);
      return;
    }
    Kind kind = columns.training.isPresent() ? Kind.TUNED : Kind.BASE;
    var subject = new Subject(AZURE, kind, model + "-" + version);
    date(table, row, columns.end)
        .ifPresent(
            date ->
                reading.state(
                    row.line(),
                    new ClaimKey(subject, LifeClock.INFERENCE, scope(Set.of())),
                    statement(table, row, date)));
    columns.training.ifPresent(column -> training(table, row, column, subject));
  }

  /** Of Azure OpenAI a name without version says nothing; partners' models may have none. */
  private void withoutVersion(PageTable.Row row, String model) {
    var where = reading.document().at(row.line(), "Version");
    String message = "'" + model + "' has no version, and each version has a date of its own";
    if (heading.toLowerCase(Locale.ROOT).contains("openai")) {
      reading.refuse(
          where, "VERSION_MISSING", message, "enter the date by hand with the version it is for");
    } else {
      reading.hold(where, "VERSION_MISSING", message, "enter it by hand if you use the model");
    }
  }

  private void training(PageTable table, PageTable.Row row, int column, Subject subject) {
    boolean existingOnly = footnoteMeansExisting && row.cell(column).contains("^");
    date(table, row, column)
        .ifPresent(
            date ->
                reading.state(
                    row.line(),
                    new ClaimKey(
                        subject, LifeClock.TRAINING, scope(existingOnly ? EXISTING : Set.of())),
                    statement(table, row, date)));
  }

  private Optional<DateText> date(PageTable table, PageTable.Row row, int column) {
    Optional<DateText> date = DateText.parse(row.cell(column));
    if (date.isEmpty()) {
      reading.refuse(
          reading.document().at(row.line(), table.columns().get(column)),
          "NO_DATE",
          "'" + row.cell(column) + "' is no date",
          "write the row as CSV with a date like 2027-10-01");
    }
    return date;
  }

  private static Statement statement(PageTable table, PageTable.Row row, DateText date) {
    OptionalInt replacement = table.findColumn(name -> name.contains("replacement"));
    return new Statement(
        date.day(),
        date.certainty(ClaimCertainty.COMMITTED),
        Optional.empty(),
        replacement.isPresent()
            ? ModelCell.replacement(row.cell(replacement.getAsInt()))
            : Optional.empty());
  }

  private static ClaimScope scope(Set<CustomerClass> customers) {
    return new ClaimScope(customers, DEPLOYMENTS, Set.of(), Set.of(Cloud.PUBLIC));
  }
}
