package dev.plumbline.api.secrets;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.organisations.Organisation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The one column of the one row in which a sealed secret can be opened; anywhere else it is
 * refused.
 */
public record SecretPlace(Organisation organisation, String table, String column, UUID row) {

  public SecretPlace {
    requireNonNull(organisation, "organisation");
    requireNonNull(table, "table");
    requireNonNull(column, "column");
    requireNonNull(row, "row");
  }

  /**
   * What the cipher authenticates besides the text. Each part has its length in front: joined by a
   * separator, two places could read the same.
   */
  byte[] context(String purpose, String... more) {
    List<byte[]> parts = new ArrayList<>();
    for (String part :
        List.of(purpose, organisation.id().toString(), table, column, row.toString())) {
      parts.add(part.getBytes(StandardCharsets.UTF_8));
    }
    for (String part : more) {
      parts.add(part.getBytes(StandardCharsets.UTF_8));
    }
    int size = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size);
    parts.forEach(part -> bytes.putInt(part.length).put(part));
    return bytes.array();
  }
}
