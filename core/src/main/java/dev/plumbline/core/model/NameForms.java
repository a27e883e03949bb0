package dev.plumbline.core.model;

import static dev.plumbline.core.model.ModelKind.ARN;
import static dev.plumbline.core.model.ModelKind.BASE_SNAPSHOT;
import static dev.plumbline.core.model.ModelKind.CHECKPOINT;
import static dev.plumbline.core.model.ModelKind.DEPLOYMENT;
import static dev.plumbline.core.model.ModelKind.FINE_TUNE;
import static dev.plumbline.core.model.ModelKind.JOB;
import static dev.plumbline.core.model.ModelKind.LEGACY_FINE_TUNE;
import static dev.plumbline.core.model.Provider.AZURE;
import static dev.plumbline.core.model.Provider.BEDROCK;
import static dev.plumbline.core.model.Provider.GOOGLE_GEMINI_API;
import static dev.plumbline.core.model.Provider.GOOGLE_VERTEX;
import static dev.plumbline.core.model.Provider.MISTRAL;
import static dev.plumbline.core.model.Provider.OPENAI;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The grammar: what stands where decides, never what it looks like. A suffix may look like a date
 * or a checkpoint.
 */
final class NameForms {

  /** The bases that Mistral tunes; they tell its five segments from OpenAI's five segments. */
  static final String MISTRAL_BASE =
      "(?:open-mistral|open-mixtral|mistral|ministral|codestral|pixtral|magistral|devstral"
          + "|mathstral)[a-z0-9.-]*";

  private static final String SUFFIX = "[A-Za-z0-9_.-]{1,64}";
  private static final String STEP = "(?::ckpt-step-(?<step>[1-9][0-9]{0,8}))?";
  private static final String HEX8 = "[0-9a-f]{8}";
  private static final String HEX32 = "[0-9a-f]{32}";
  private static final String DAY = "(?:0[1-9]|[12][0-9]|3[01])";
  private static final String MONTH = "(?:0[1-9]|1[0-2])";
  private static final String SECOND_OF_TIME =
      "[0-9]{4}-" + MONTH + "-" + DAY + "-(?:[01][0-9]|2[0-3])-[0-5][0-9]-[0-5][0-9]";
  private static final String DATE = "[0-9]{4}" + MONTH + DAY;

  private static final String VERTEX =
      "projects/(?<org>[a-z0-9][a-z0-9.:-]*)/locations/[a-z0-9-]+/";
  private static final String ARN_START = "arn:aws(?:-[^:]+)?:bedrock:[a-z0-9-]{1,20}:";
  private static final String ACCOUNT = "(?<org>[0-9]{12}):";
  private static final String REGION_GROUP = "(?:(?:us|eu|apac|global|au|jp|ca|us-gov)\\.)?";
  private static final String BEDROCK_MODEL =
      "[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,3}(?::[a-z0-9-]{1,63}){0,2}";
  private static final String ANY_VENDOR = "[a-z0-9-]{1,63}\\.";

  /** The first that matches decides. */
  static final List<NameForm> ALL =
      List.of(
          new NameForm(
              OPENAI,
              FINE_TUNE,
              "ft:(?!"
                  + MISTRAL_BASE
                  + ":)(?<base>[a-z0-9][a-z0-9.-]*):(?<org>[A-Za-z0-9_.-]+)"
                  + ":(?<suffix>(?:"
                  + SUFFIX
                  + ")?):(?<tail>[A-Za-z0-9]+)"
                  + STEP),
          new NameForm(
              OPENAI,
              LEGACY_FINE_TUNE,
              "(?<base>ada|babbage|curie|davinci):ft-(?<org>[A-Za-z0-9_.-]+)"
                  + "(?::(?<suffix>[A-Za-z0-9_.-]+))?-(?<tail>"
                  + SECOND_OF_TIME
                  + ")"),
          mistral("(?<org>" + HEX8 + "):" + DATE + "(?::(?<suffix>" + SUFFIX + "))?"),
          // the client's documentation puts the suffix behind the base
          mistral("(?<suffix>" + SUFFIX + "):(?<org>" + HEX8 + "):" + DATE),
          new NameForm(
              AZURE,
              FINE_TUNE,
              "(?<base>[A-Za-z0-9][A-Za-z0-9_.-]*)\\.ft-(?<tail>"
                  + HEX32
                  + ")"
                  + "(?:-(?<suffix>[A-Za-z0-9_-]{1,64}))?"
                  + STEP),
          new NameForm(
              AZURE,
              DEPLOYMENT,
              "(?i:/subscriptions/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/resourceGroups/"
                  + "[^/]+/providers/Microsoft\\.CognitiveServices/accounts/)(?<org>[^/]+)"
                  + "(?i:/deployments/)(?<tail>[^/]+)"),
          new NameForm(AZURE, CHECKPOINT, "ftchkpt-(?<tail>" + HEX32 + ")"),
          new NameForm(OPENAI, CHECKPOINT, "ftckpt_(?<tail>[A-Za-z0-9_-]+)"),
          // OpenAI's job ids are shorter; 32 hex digits are Azure's
          new NameForm(AZURE, JOB, "ftjob-(?<tail>" + HEX32 + ")"),
          new NameForm(OPENAI, JOB, "ftjob-(?<tail>[A-Za-z0-9_-]+)"),
          new NameForm(AZURE, JOB, "ft-(?<tail>" + HEX32 + ")"),
          new NameForm(GOOGLE_VERTEX, JOB, VERTEX + "tuningJobs/(?<tail>[A-Za-z0-9_-]+)"),
          new NameForm(
              GOOGLE_VERTEX,
              FINE_TUNE,
              VERTEX + "models/(?<tail>[A-Za-z0-9_-]+)(?:@[A-Za-z0-9_-]+)?"),
          new NameForm(GOOGLE_VERTEX, DEPLOYMENT, VERTEX + "endpoints/(?<tail>[A-Za-z0-9_-]+)"),
          gemini("(?<suffix>[a-z0-9][a-z0-9-]*)-(?<tail>[a-z0-9]{12})"),
          gemini("(?<suffix>[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)"),
          account(
              ARN,
              "custom-model/(?<base>[a-z0-9-]{1,63}\\.[a-z0-9-]{1,63}(?:[a-z0-9-]{1,63}\\.){0,2}"
                  + "[a-z0-9-]{1,63}(?::[a-z0-9-]{1,63}){0,2})"),
          account(ARN, "(?:custom-model/imported|imported-model)"),
          account(
              DEPLOYMENT,
              "(?:custom-model-deployment|provisioned-model|application-inference-profile)"),
          new NameForm(
              BEDROCK,
              BASE_SNAPSHOT,
              ARN_START + ":foundation-model/(?<base>" + ANY_VENDOR + BEDROCK_MODEL + ")"),
          new NameForm(
              BEDROCK,
              BASE_SNAPSHOT,
              ARN_START
                  + ACCOUNT
                  + "inference-profile/"
                  + REGION_GROUP
                  + "(?<base>"
                  + ANY_VENDOR
                  + BEDROCK_MODEL
                  + ")"),
          new NameForm(
              BEDROCK,
              BASE_SNAPSHOT,
              REGION_GROUP + "(?<base>(?:" + vendors() + ")\\." + BEDROCK_MODEL + ")"));

  /** What stands behind {@code bedrock/}: there the vendor need not be known. */
  static final NameForm BEHIND_BEDROCK =
      new NameForm(
          BEDROCK, BASE_SNAPSHOT, REGION_GROUP + "(?<base>" + ANY_VENDOR + BEDROCK_MODEL + ")");

  private NameForms() {}

  private static NameForm mistral(String middle) {
    return new NameForm(
        MISTRAL,
        FINE_TUNE,
        "ft:(?<base>" + MISTRAL_BASE + "):" + middle + ":(?<tail>" + HEX8 + ")");
  }

  private static NameForm gemini(String slug) {
    return new NameForm(GOOGLE_GEMINI_API, FINE_TUNE, "tunedModels/" + slug);
  }

  private static NameForm account(ModelKind kind, String resource) {
    return new NameForm(BEDROCK, kind, ARN_START + ACCOUNT + resource + "/(?<tail>[a-z0-9]{12})");
  }

  private static String vendors() {
    return TabSeparated.rows("bedrock_vendors.tsv").stream()
        .map(cells -> cells.get(0))
        .collect(Collectors.joining("|"));
  }
}
