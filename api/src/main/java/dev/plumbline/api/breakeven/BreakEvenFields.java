package dev.plumbline.api.breakeven;

import static dev.plumbline.api.web.Field.date;
import static dev.plumbline.api.web.Field.number;
import static dev.plumbline.api.web.Field.select;

import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.Field;
import dev.plumbline.api.web.FieldGroup;
import dev.plumbline.api.web.FieldGroup.FieldRow;
import dev.plumbline.api.web.ModelChoices;
import dev.plumbline.api.web.QueryValues;
import java.util.List;

/** The inputs of the break-even page with their words, in the order in which they are shown. */
final class BreakEvenFields {

  private static final List<Choice> HIT_MODELS =
      List.of(
          new Choice("fixed", "A share I know or assume", false),
          new Choice("arrivals", "Worked out from the volume and the lifetime", false));

  private final QueryValues values;
  private final ModelChoices models;

  BreakEvenFields(QueryValues values, ModelChoices models) {
    this.values = values;
    this.models = models;
  }

  List<FieldGroup> groups() {
    return List.of(models(), prompt(), traffic(), training(), horizon());
  }

  private FieldGroup models() {
    List<Field> fields =
        List.of(
            select(
                    "model",
                    "Model to fine-tune",
                    "Its fine-tuned prices are compared with those of the model as it is.",
                    models.tunable())
                .asWide(),
            select("tier", "Service tier", "Batch answers within a day.", models.tiers()),
            date("at", "Prices of", "Prices and shutdown dates as of this day, UTC."),
            select(
                    "other",
                    "Also compare with",
                    "Another untuned model that gets the same long prompt.",
                    models.untuned())
                .asWide(),
            number(
                    "compressed",
                    "Or a compressed prompt",
                    "tokens",
                    "Fixed part of the prompt after shortening it without tuning; 0 leaves this out.")
                .asWide());
    return group("Models and date", gist("model"), true, new FieldRow("", fields));
  }

  private FieldGroup prompt() {
    return group(
        "Prompt",
        gist("static_base") + " → " + gist("static_tuned") + " tokens",
        true,
        new FieldRow(
            "Fixed part: tools, instructions, examples",
            List.of(
                number("static_base", "Untuned", "tokens", "The long prompt of today."),
                number("static_tuned", "Fine-tuned", "tokens", "What stays after tuning."))),
        new FieldRow(
            "Variable input of one request",
            List.of(
                number("input_base", "Untuned", "tokens", "The user's own text."),
                number("input_tuned", "Fine-tuned", "tokens", "Usually the same."))),
        new FieldRow(
            "Output of one request",
            List.of(
                number("output_base", "Untuned", "tokens", "With reasoning tokens."),
                number(
                    "output_tuned", "Fine-tuned", "tokens", "Tuned answers are often shorter."))));
  }

  private FieldGroup traffic() {
    return group(
        "Traffic and caching",
        gist("volume") + " a month",
        true,
        new FieldRow(
            "",
            List.of(
                number("volume", "Answered requests", "a month", "A month has 30 days.").asWide(),
                select(
                        "cache",
                        "Prompt caching",
                        "How the provider caches the fixed part; needs 1,024 tokens or more.",
                        models.cacheModes())
                    .asWide(),
                select("hits", "Cache hits", "Measure the share when you can.", HIT_MODELS)
                    .asWide(),
                number(
                    "hit_base", "Hit share untuned", "%", "Requests that find the prompt cached."),
                number("hit_tuned", "Hit share fine-tuned", "%", "0 for prompts under 1,024."),
                number("ttl", "Cache lifetime", "s", "Used when hits follow the volume."),
                number(
                    "written", "Written each time", "tokens", "Tokens written on every request."))),
        new FieldRow(
            "Answers that fail",
            List.of(
                number("failing_base", "Untuned", "%", "Attempts that fail the format check."),
                number("failing_tuned", "Fine-tuned", "%", "The same for the tuned model."),
                number("retries", "Retries", "at most", "-1 retries until it works."),
                number("loss", "Loss per failure", "USD", "When every attempt failed."),
                number("fallback", "Falls back", "%", "Tuned answers redone by the untuned model.")
                    .asWide())));
  }

  private FieldGroup training() {
    return group(
        "Training and people",
        gist("rows") + " rows × " + gist("epochs") + " epochs",
        false,
        new FieldRow(
            "One training run",
            List.of(
                number("rows", "Training rows", "rows", "Lines of the training file."),
                number("row_tokens", "Tokens per row", "tokens", "The Estimate page counts them."),
                number("epochs", "Epochs", "times", "Passes over the file."),
                number("runs", "Runs", "runs", "Attempts until one is good enough."),
                number("free_tokens", "Free tokens", "tokens", "Trained tokens not billed.")
                    .asWide())),
        new FieldRow(
            "People and evaluation",
            List.of(
                number("label_minutes", "Labelling", "min / row", "Writing and checking a row."),
                number("wage", "Wage", "USD / h", "Full cost of an hour."),
                number("evaluation", "Evaluation", "USD / run", "Judging one tuned model."),
                number("engineering", "Engineering", "USD", "Once, for the project."))),
        new FieldRow(
            "Retraining",
            List.of(
                number("retrain_every", "Every", "months", "0 never retrains."),
                number("retrain_runs", "Runs each time", "runs", "Training runs per retraining."),
                number("retrain_people", "People each time", "USD", "Labelling and checks.")
                    .asWide())));
  }

  private FieldGroup horizon() {
    return group(
        "Fixed costs and horizon",
        gist("months") + " months",
        false,
        new FieldRow(
            "",
            List.of(
                number("fixed_tuned", "Fixed, fine-tuned", "USD / mo", "Hosting and monitoring."),
                number(
                    "fixed_base", "Fixed, untuned", "USD / mo", "The same for the untuned side."),
                number("months", "Horizon", "months", "Cut at the model's shutdown date."),
                number("discount", "Discount rate", "% / year", "0 counts later money in full."))));
  }

  private FieldGroup group(String title, String gist, boolean open, FieldRow... rows) {
    List<FieldRow> shown =
        java.util.Arrays.stream(rows)
            .map(
                row ->
                    new FieldRow(row.heading(), row.fields().stream().map(values::show).toList()))
            .toList();
    boolean refused =
        shown.stream().flatMap(row -> row.fields().stream()).anyMatch(Field::isRefused);
    return new FieldGroup(title, gist, open || refused, shown);
  }

  private String gist(String name) {
    return values.text(name);
  }
}
