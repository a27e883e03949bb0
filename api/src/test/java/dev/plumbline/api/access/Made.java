package dev.plumbline.api.access;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Things of the first organisation, made by its administrator for the routes that need them. */
final class Made {

  private static final Map<String, String> ONCE = new HashMap<>();

  private Made() {}

  /** The id of a thing that is made for the first request and serves all others. */
  static synchronized String once(String name, Supplier<String> maker) {
    String id = ONCE.get(name);
    if (id == null) {
      id = maker.get(); // not computeIfAbsent: a maker may ask for another thing
      ONCE.put(name, id);
    }
    return id;
  }

  /** The id of a thing that is new. */
  static String id(String address, String body) {
    return id(address, body, "id");
  }

  /**
   * @param path of the id in the answer
   */
  static String id(String address, String body, String path) {
    return given()
        .contentType("application/json")
        .body(body)
        .post(address)
        .then()
        .statusCode(201)
        .extract()
        .path(path);
  }

  /** A name that nothing else has. */
  static String name() {
    return "matrix " + UUID.randomUUID();
  }
}
