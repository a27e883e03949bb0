package dev.plumbline.api.scan;

import java.util.List;

/**
 * Which files of a tree are read.
 *
 * @param readsIgnored whether files that the version control ignores are read, too
 * @param readsVendored whether folders of other people's code are read, too
 * @param excludes patterns of {@code .gitignore}'s form, from the root of the tree
 * @param mostBytes files that are longer are not read
 * @param mostFiles the walk ends behind so many
 */
public record TreeOptions(
    boolean readsIgnored,
    boolean readsVendored,
    List<String> excludes,
    long mostBytes,
    int mostFiles) {

  public static final TreeOptions DEFAULT =
      new TreeOptions(false, false, List.of(), 5L << 20, 200_000);

  public TreeOptions {
    excludes = List.copyOf(excludes);
  }
}
