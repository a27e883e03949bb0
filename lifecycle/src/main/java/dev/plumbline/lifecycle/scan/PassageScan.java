package dev.plumbline.lifecycle.scan;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.scan.Suppressions.Suppression;
import dev.plumbline.lifecycle.scan.UsageJudge.Judged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** One passage on its way from text to findings. */
final class PassageScan {

  private static final Set<String> NAME_KEYS =
      Set.of("name", "model", "modelname", "model_name", "modelid", "model_id", "model-name");

  /** More would be a table of names, not a use of them. */
  static final int MOST_MENTIONS = 5000;

  private final String path;
  private final Passage passage;
  private final Regions code;
  private final Lines lines;
  private final ServingSigns signs;
  private final UsageJudge judge;
  private final NameReader reader;
  private final List<Mention> mentions;

  PassageScan(String path, Passage passage, NameLeads leads, NameReader reader) {
    this.path = path;
    this.passage = passage;
    this.code = Regions.of(passage.text(), passage.kind().language());
    this.lines = new Lines(passage.text());
    this.signs = new ServingSigns(passage.text());
    this.judge = new UsageJudge(passage.kind(), code);
    this.reader = reader;
    this.mentions = read(leads);
  }

  List<Mention> mentions() {
    return mentions;
  }

  private List<Mention> read(NameLeads leads) {
    String text = passage.text();
    byte[] ascii = ascii(text);
    List<Mention> found = new ArrayList<>();
    Set<Integer> literals = new HashSet<>();
    int at = leads.find(ascii, ascii.length, 0);
    while (at >= 0 && found.size() < MOST_MENTIONS) {
      Token token = joined(Token.around(text, at));
      if (literals.add(token.start())) {
        reader
            .read(token)
            .filter(name -> !isInSuppression(token))
            .flatMap(name -> mention(token, name))
            .ifPresent(found::add);
      }
      at = leads.find(ascii, ascii.length, Math.max(at + 1, Math.min(token.end(), text.length())));
    }
    return found;
  }

  /** A suppression names a model only to say that it is known. */
  private boolean isInSuppression(Token token) {
    String line = passage.text().substring(code.lineStart(token.start()), token.start());
    return line.contains(Suppressions.MARK);
  }

  /** One byte for each UTF-16 unit, so that offsets stay the same. */
  private static byte[] ascii(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      bytes[i] = c < 128 ? (byte) c : -1;
    }
    return bytes;
  }

  /** A name that is put together from strings is read as a whole. */
  private Token joined(Token token) {
    return code.around(token.start())
        .filter(region -> region.sort() == Regions.Sort.STRING)
        .map(region -> Literal.around(code, region))
        .filter(literal -> !literal.isComputed() && isPut(literal, token))
        .map(literal -> new Token(literal.content(), literal.start() + 1, true))
        .orElse(token);
  }

  private static boolean isPut(Literal literal, Token token) {
    return literal.content().length() < literal.end() - literal.start() - 2
        && literal.content().matches("[\\w.:/@-]+")
        && literal.start() < token.start();
  }

  private Optional<Mention> mention(Token token, NamedModel name) {
    return judge.judge(token, name).map(judged -> mention(token, name, judged));
  }

  private Mention mention(Token token, NamedModel name, Judged judged) {
    int start = token.start() + name.offset();
    String line = lines.textOf(lines.line(start));
    Optional<Provider> sign = signs.of(line);
    Optional<ModelId> model = served(name, sign);
    Optional<String> version = version(model, judged, start);
    Optional<ModelId> pinned = version.flatMap(it -> model.flatMap(alias -> pinned(alias, it)));
    Usage usage = judged.usage();
    if (pinned.isEmpty() && version.filter(String::isEmpty).isPresent()) {
      usage = Usage.PART_OF_NAME;
    } else if (pinned.isEmpty() && isDeployment(model, name, judged)) {
      usage = Usage.DEPLOYMENT_NAME;
    }
    return new Mention(
        spot(start, Math.min(name.written().length(), passage.text().length() - start)),
        name.written(),
        pinned.or(() -> model),
        usage,
        isTuning(judged, line));
  }

  /** At the provider that the text around it speaks of. Azure's names need such a sign. */
  private Optional<ModelId> served(NamedModel name, Optional<Provider> sign) {
    if (name.isRouted() || name.model().isEmpty() || isForm(name.model().get())) {
      return name.model();
    }
    ModelId model = name.model().get();
    if (sign.filter(Provider.AZURE::equals).isPresent()) {
      return reader.at(Provider.AZURE, "azure", name.written()).or(() -> Optional.of(model));
    }
    if (sign.filter(Provider.GOOGLE_VERTEX::equals).isPresent()) {
      return reader
          .at(Provider.GOOGLE_VERTEX, "vertex_ai", name.written())
          .or(() -> Optional.of(model));
    }
    return model.provider().equals(Provider.AZURE) ? Optional.empty() : Optional.of(model);
  }

  /** Names with a form of their own say themselves whose they are. */
  private static boolean isForm(ModelId model) {
    return model.kind() != ModelKind.ALIAS && model.kind() != ModelKind.BASE_SNAPSHOT;
  }

  private Optional<String> version(Optional<ModelId> model, Judged judged, int start) {
    boolean isNamed =
        !judged.binding().names().isEmpty()
            && NAME_KEYS.contains(
                judged.binding().names().get(0).toLowerCase(java.util.Locale.ROOT));
    if (!isNamed || !judged.usage().isLive() || model.isEmpty()) {
      return Optional.empty();
    }
    return isForm(model.get())
        ? Optional.empty()
        : VersionBeside.find(code, start)
            .filter(version -> isAzure(model.get()) || !version.isEmpty());
  }

  private static boolean isAzure(ModelId model) {
    return model.provider().equals(Provider.AZURE);
  }

  private Optional<ModelId> pinned(ModelId alias, String version) {
    String name = alias.canonical() + "-" + version;
    return isAzure(alias)
        ? reader.at(Provider.AZURE, "azure", name)
        : reader.read(new Token(name, 0, true)).flatMap(NamedModel::model);
  }

  /** Where Azure serves, calls name deployments; only templates name models. */
  private boolean isDeployment(Optional<ModelId> model, NamedModel name, Judged judged) {
    if (model.filter(it -> isAzure(it) && !isForm(it)).isEmpty()
        || name.isRouted()
        || !judged.usage().isLive()) {
      return false;
    }
    List<String> names = judged.binding().names();
    if (passage.kind().role() == SourceKind.Role.CODE
        || (!names.isEmpty() && Wording.isDeployment(names.get(0)))) {
      return true;
    }
    Predicate<String> isModelBlock = outer -> outer.equals("model") || outer.equals("models");
    return !names.isEmpty()
        && names.get(0).equals("name")
        && names.stream().skip(1).limit(1).noneMatch(isModelBlock);
  }

  private static boolean isTuning(Judged judged, String line) {
    return judged.usage().isLive()
        && (judged.binding().names().stream().anyMatch(Wording::isAboutTuning)
            || line.contains("fine_tuning/jobs"));
  }

  private Spot spot(int offset, int length) {
    int line = lines.line(offset);
    return new Spot(
        path,
        passage.fileLine(line),
        lines.column(offset),
        length,
        passage.cell(),
        passage.cell().isPresent() ? OptionalInt.of(line) : OptionalInt.empty());
  }

  List<ScanFinding> findings(Objections objections, Fingerprints prints) {
    Suppressions suppressions = Suppressions.in(code, lines, passage.kind());
    List<ScanFinding> findings = new ArrayList<>();
    for (Mention mention : mentions) {
      int line = mention.spot().cellLine().orElse(mention.spot().line());
      for (ScanFinding finding : objections.to(mention)) {
        ScanFinding printed = finding.withFingerprint(prints.of(finding, lines.textOf(line)));
        findings.add(
            suppressions.dismissal(line, printed).map(printed::dismissedBy).orElse(printed));
      }
    }
    for (Suppression one : suppressions.all()) {
      about(one)
          .ifPresent(it -> findings.add(it.withFingerprint(prints.of(it, Suppressions.MARK))));
    }
    return findings;
  }

  private Optional<ScanFinding> about(Suppression one) {
    if (one.hasReason() && one.isUsed()) {
      return Optional.empty();
    }
    ScanRule rule =
        one.hasReason() ? ScanRule.UNUSED_SUPPRESSION : ScanRule.SUPPRESSION_WITHOUT_REASON;
    Spot spot = spot(one.offset(), Suppressions.MARK.length());
    Mention mention =
        new Mention(
            spot, Suppressions.MARK, Optional.empty(), passage.kind().role().usage(), false);
    return Optional.of(
        new ScanFinding(
            rule,
            mention.usage().weigh(rule.severity()),
            mention,
            Prospects.NONE,
            rule.help(),
            "",
            Optional.empty()));
  }
}
