package dev.plumbline.api.members;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to name something. */
@Schema(name = "Name", examples = "{\"name\":\"Search\"}")
record NameRequest(@Nullable String name) {

  String checked() {
    return Given.name("name", name);
  }
}
