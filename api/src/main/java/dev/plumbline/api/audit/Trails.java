package dev.plumbline.api.audit;

import dev.plumbline.api.organisations.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Whole trails: read page by page, checked, and signed. */
@ApplicationScoped
class Trails {

  private static final int AT_ONCE = 1000;

  private final TrailReader reader;
  private final HeadFiles heads;

  Trails(TrailReader reader, HeadFiles heads) {
    this.reader = reader;
    this.heads = heads;
  }

  /** Every entry that matches, in order; no more than a page of them is in memory. */
  void each(
      Organisation organisation,
      AuditSearch search,
      boolean newestFirst,
      Consumer<ChainedEntry> consumer) {
    TrailPosition position =
        newestFirst ? TrailPosition.newest(AT_ONCE) : TrailPosition.oldest(AT_ONCE);
    List<ChainedEntry> page;
    do {
      page = reader.entries(organisation, search, position);
      page.forEach(consumer);
      position = page.isEmpty() ? position : position.behind(page.get(page.size() - 1).number());
    } while (page.size() == AT_ONCE);
  }

  /**
   * Compares the whole chain with its hashes, its head, and the heads that this server exported.
   */
  TrailReport check(Organisation organisation) {
    TrailReader.End end = reader.end(organisation);
    ChainCheck check =
        new ChainCheck(
            organisation,
            HeadCheck.of(Optional.of(end.head()), heads.read(organisation), heads.trusted()));
    TrailPosition position = TrailPosition.oldest(AT_ONCE);
    List<ChainedEntry> page;
    do {
      page = reader.entries(organisation, AuditSearch.EVERYTHING, position);
      page.stream().filter(each -> each.number() <= end.highest()).forEach(check::next);
      position = page.isEmpty() ? position : position.behind(page.get(page.size() - 1).number());
    } while (page.size() == AT_ONCE && position.after() < end.highest());
    return check.end();
  }

  SignedHead head(Organisation organisation) {
    TrailReader.End end = reader.end(organisation);
    return heads.keys().sign(organisation, end.head(), end.at());
  }

  Optional<ChainedEntry> find(Organisation organisation, long number) {
    TrailPosition at = new TrailPosition(false, number - 1, 1);
    return reader.entries(organisation, AuditSearch.EVERYTHING, at).stream()
        .filter(each -> each.number() == number)
        .findFirst();
  }
}
