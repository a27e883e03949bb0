package dev.plumbline.api.members;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to name something. */
@Schema(name = "Name", examples = "{\"name\":\"Search\"}")
public record NameRequest(@Nullable String name) {

  public String checked() {
    return Given.name("name", name);
  }
}
