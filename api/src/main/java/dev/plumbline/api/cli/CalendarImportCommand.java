package dev.plumbline.api.cli;

import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.imports.Document;
import dev.plumbline.lifecycle.deprecation.imports.DocumentKind;
import dev.plumbline.lifecycle.deprecation.imports.ImportProposal;
import dev.plumbline.lifecycle.deprecation.imports.Imports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a document would change. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Read a saved page, a public collection or rows by hand, and show what would change.",
      "Nothing is stored: the bundled facts are what it is compared with."
    },
    footer = {
      "",
      "Columns of CSV: provider, model, date; and subject, clock, certainty, announced,",
      "replacement, seen_at, source, customers, deployments, regions, clouds.",
      "Exit codes: 0 all rows were read, 5 some were refused, 3 the document was."
    })
final class CalendarImportCommand implements Callable<Integer> {

  private static final long MOST_BYTES = 32L << 20;

  private final Surroundings surroundings;

  @Mixin private FormatOption format;

  @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
  private String file;

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description = "openai-page, azure-page (HTML or Markdown), json or csv.")
  private String kind;

  @Option(
      names = "--seen-at",
      paramLabel = "DAY",
      description = "The day on which the document was saved; today if left out.")
  private Optional<LocalDate> seenAt = Optional.empty();

  @Option(names = "--all", description = "Show unchanged rows too.")
  private boolean all;

  CalendarImportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    DocumentKind form = form();
    String text = text();
    ImportProposal proposal =
        InputInvalidException.reading(
            file,
            () ->
                new Imports(DeprecationCalendar.bundled())
                    .propose(
                        new Document(
                            file,
                            form,
                            text,
                            seenAt.orElseGet(surroundings::today),
                            surroundings.now())));
    if (proposal instanceof ImportProposal.Refused refused) {
      complain(refused);
    }
    return new ProposalPrinting(format.output(), all).print(proposal).code();
  }

  private DocumentKind form() {
    return DocumentKind.findByLabel(kind)
        .orElseThrow(
            () ->
                new InputInvalidException(
                    "--kind: unknown: '%s'; use one of %s"
                        .formatted(
                            kind,
                            Arrays.stream(DocumentKind.values())
                                .map(DocumentKind::label)
                                .collect(Collectors.joining(", ")))));
  }

  private String text() throws IOException {
    try (InputStream in = new LimitedBytes(surroundings.open(file), MOST_BYTES, file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void complain(ImportProposal.Refused proposal) {
    surroundings.say(
        "plumbline: %s: %s; %s"
            .formatted(
                proposal.reason().where(),
                proposal.reason().message(),
                proposal.reason().remedy()));
  }
}
