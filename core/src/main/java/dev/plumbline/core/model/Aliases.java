package dev.plumbline.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What moving names pointed at, and when. Moves count from 00:00 UTC of their day. */
public final class Aliases {

  private final Map<Provider, Map<String, AliasTimeline>> timelines = new LinkedHashMap<>();

  private Aliases(Map<Provider, Map<String, List<AliasPointing>>> stated) {
    stated.forEach(
        (provider, aliases) ->
            aliases.forEach(
                (alias, pointings) ->
                    timelines
                        .computeIfAbsent(provider, each -> new LinkedHashMap<>())
                        .put(alias, new AliasTimeline(pointings))));
  }

  /**
   * The history that ships with Plumbline. An alias of {@link KnownModels} without a history is
   * taken to have had its one snapshot for life, and every answer about it is uncertain.
   */
  public static Aliases bundled() {
    return Bundled.ALIASES;
  }

  /**
   * The snapshot that an alias meant at a moment; empty when no source says it: not an alias, not
   * yet launched, or a rolling alias without snapshots.
   */
  public Optional<AliasTarget> targetAt(Provider provider, String alias, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return Optional.ofNullable(timelines.getOrDefault(provider, Map.of()).get(alias))
        .flatMap(timeline -> timeline.targetOn(day));
  }

  /**
   * Every move that a source states, by its day: what was announced and what was seen are two
   * entries. Empty for what is no alias.
   */
  public List<AliasMove> moves(Provider provider, String alias) {
    return Optional.ofNullable(timelines.getOrDefault(provider, Map.of()).get(alias))
        .map(AliasTimeline::moves)
        .orElse(List.of());
  }

  /** One statement about one alias. */
  public record Stated(Provider provider, String alias, AliasMove move) {}

  /**
   * Every statement about every alias, by provider, name and day; without aliases of which only is
   * known what they mean now.
   */
  public List<Stated> history() {
    List<Stated> all = new ArrayList<>();
    timelines.forEach(
        (provider, aliases) ->
            aliases.forEach(
                (alias, timeline) ->
                    timeline.moves().stream()
                        .filter(move -> !move.isListing())
                        .forEach(move -> all.add(new Stated(provider, alias, move)))));
    return List.copyOf(all);
  }

  private static final class Bundled {

    static final Aliases ALIASES = new Aliases(stated());

    private static Map<Provider, Map<String, List<AliasPointing>>> stated() {
      Map<Provider, Map<String, List<AliasPointing>>> stated = new LinkedHashMap<>();
      for (List<String> row : TabSeparated.rows("alias_history.tsv")) {
        of(stated, Provider.of(row.get(0)))
            .computeIfAbsent(row.get(1), alias -> new ArrayList<>())
            .add(AliasPointing.of(row.subList(2, row.size())));
      }
      KnownModels.bundled().all().stream()
          .filter(model -> model.target().isPresent())
          .forEach(model -> of(stated, model.provider()).putIfAbsent(model.name(), listed(model)));
      return stated;
    }

    private static Map<String, List<AliasPointing>> of(
        Map<Provider, Map<String, List<AliasPointing>>> stated, Provider provider) {
      return stated.computeIfAbsent(provider, each -> new LinkedHashMap<>());
    }

    private static List<AliasPointing> listed(KnownModel model) {
      return List.of(
          new AliasPointing(
              model.target(),
              LocalDate.MIN,
              true,
              Optional.empty(),
              false,
              Optional.empty(),
              AliasMove.LISTED,
              model.source()));
    }
  }
}
