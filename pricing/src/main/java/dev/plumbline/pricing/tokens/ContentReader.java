package dev.plumbline.pricing.tokens;

import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonNull;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.json.JsonValue.JsonText;
import dev.plumbline.pricing.tokens.ChatFault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the content of one message: a string, parts, or nothing beside a call. */
final class ContentReader {

  private final Consumer<? super ChatFault> faults;
  private final List<String> texts = new ArrayList<>();
  private final List<ImagePart> images = new ArrayList<>();

  ContentReader(Consumer<? super ChatFault> faults) {
    this.faults = faults;
  }

  List<String> texts() {
    return texts;
  }

  List<ImagePart> images() {
    return images;
  }

  void read(JsonObject message, String field, boolean hasCalls) {
    JsonValue content = message.find("content").orElseGet(JsonNull::new);
    String place = field + ".content";
    if (content instanceof JsonText text) {
      texts.add(text.text());
    } else if (content instanceof JsonArray parts) {
      addParts(parts, place);
    } else if (!(content instanceof JsonNull)) {
      fault(place, "must be a string or a list of parts, and is " + content.kind(), false);
    } else if (!hasCalls && message.findText("refusal").isEmpty()) {
      fault(place, "is missing, and the message calls no tool", true);
    }
  }

  private void addParts(JsonArray parts, String field) {
    if (parts.items().isEmpty()) {
      fault(field, "is an empty list", true);
    }
    for (int i = 0; i < parts.items().size(); i++) {
      String place = field + "[" + i + "]";
      if (parts.items().get(i) instanceof JsonObject part) {
        addPart(part, place);
      } else {
        fault(place, "must be an object with a type", false);
      }
    }
  }

  private void addPart(JsonObject part, String field) {
    String type = part.findText("type").orElse("");
    switch (type) {
      case "text" -> addText(part.findText("text"), field + ".text");
      case "refusal" -> addText(part.findText("refusal"), field + ".refusal");
      case "image_url" -> addImage(part, field + ".image_url");
      default -> fault(field + ".type", "is no kind of part that can be counted", false);
    }
  }

  private void addText(Optional<String> text, String field) {
    text.ifPresentOrElse(texts::add, () -> fault(field, "is missing or no string", false));
  }

  private void addImage(JsonObject part, String field) {
    Optional<JsonObject> image = part.findObject("image_url");
    Optional<String> url =
        image.flatMap(i -> i.findText("url")).or(() -> part.findText("image_url"));
    String detail = image.flatMap(i -> i.findText("detail")).orElse("auto");
    url.ifPresentOrElse(
        address -> images.add(new ImagePart(address, detail)),
        () -> fault(field, "has no url", false));
  }

  private void fault(String field, String problem, boolean countable) {
    faults.accept(
        new ChatFault(
            Code.BAD_CONTENT,
            field,
            problem,
            "write a string, or parts of the types text and image_url",
            countable));
  }
}
