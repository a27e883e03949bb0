package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a model was trained on.
 *
 * @param fileIds the provider's ids, training file first
 * @param hash of the content, for example {@code sha256:…}
 */
public record Dataset(List<String> fileIds, Optional<String> hash, Optional<DatasetVerdict> audit) {

  public static final Dataset UNKNOWN = new Dataset(List.of(), Optional.empty(), Optional.empty());

  public Dataset {
    fileIds = List.copyOf(fileIds);
    requireNonNull(hash, "hash");
    requireNonNull(audit, "audit");
  }

  /** What the newer says, and where it says nothing what was known. */
  Dataset mergedWith(Dataset newer) {
    return new Dataset(
        newer.fileIds.isEmpty() ? fileIds : newer.fileIds,
        newer.hash.or(() -> hash),
        newer.audit.or(() -> audit));
  }
}
