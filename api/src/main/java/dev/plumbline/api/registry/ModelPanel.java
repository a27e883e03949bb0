package dev.plumbline.api.registry;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.organisations.Organisation;
import java.util.List;
import java.util.UUID;

/**
 * What another feature says on the page of a model, such as its exit plan. A feature offers a bean
 * of this type; the registry knows none of them.
 */
public interface ModelPanel {

  /** Empty for a feature that has nothing to say about this model. */
  List<Note> of(Organisation organisation, UUID model);

  /**
   * A few words with a way to more.
   *
   * @param title for example {@code Exit plan}
   * @param text one or two sentences
   * @param address of the page with more
   * @param label of the link to it
   */
  record Note(String title, String text, String address, String label) {

    public Note {
      requireNonNull(title, "title");
      requireNonNull(text, "text");
      requireNonNull(address, "address");
      requireNonNull(label, "label");
    }
  }
}
