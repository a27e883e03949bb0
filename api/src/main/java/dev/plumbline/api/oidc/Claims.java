package dev.plumbline.api.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.identity.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the claims of an ID token by the operator's settings. */
final class Claims {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;

  private final Map<String, Role> roles;
  private final Optional<Role> defaultRole;
  private final List<String> rolesPath;
  private final Optional<String> organisationClaim;

  private Claims(
      Map<String, Role> roles,
      Optional<Role> defaultRole,
      List<String> rolesPath,
      Optional<String> organisationClaim) {
    this.roles = Map.copyOf(roles);
    this.defaultRole = defaultRole;
    this.rolesPath = List.copyOf(rolesPath);
    this.organisationClaim = organisationClaim;
  }

  /**
   * @throws IllegalArgumentException when a setting names a role that does not exist
   */
  static Claims by(OidcConfig config) {
    return new Claims(
        config.roles().entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey, each -> role("plumbline.oidc.roles", each.getValue()))),
        config.defaultRole().map(label -> role("plumbline.oidc.default-role", label)),
        config.rolesClaim().startsWith("http") // a namespaced claim is one name, not a path
            ? List.of(config.rolesClaim())
            : List.of(config.rolesClaim().split("/")),
        config.organisationClaim());
  }

  private static Role role(String setting, String label) {
    return Role.findByLabel(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: '%s' is not one of %s".formatted(setting, label, Role.labels())));
  }

  ClaimedPerson read(JsonNode token) {
    String subject = token.path("sub").asText();
    Optional<String> email = text(token, "email").filter(text -> text.length() <= LONGEST_EMAIL);
    return new ClaimedPerson(
        token.path("iss").asText(),
        subject,
        email.filter(text -> isTrue(token.path("email_verified"))).map(Claims::lower),
        shortened(
            text(token, "name")
                .or(() -> text(token, "preferred_username"))
                .or(() -> email)
                .orElse(subject)),
        role(token),
        organisationClaim.flatMap(name -> text(token, name)));
  }

  private Optional<Role> role(JsonNode token) {
    return values(token)
        .flatMap(value -> Optional.ofNullable(roles.get(value)).stream())
        .max(Comparator.naturalOrder())
        .or(() -> defaultRole);
  }

  private Stream<String> values(JsonNode token) {
    JsonNode place = token;
    for (String step : rolesPath) {
      place = place.path(step);
    }
    Stream<JsonNode> each =
        place.isArray() ? StreamSupport.stream(place.spliterator(), false) : Stream.of(place);
    return each.filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  private static Optional<String> text(JsonNode token, String claim) {
    return Optional.ofNullable(token.path(claim).textValue())
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** Some providers send the word instead of the value. */
  private static boolean isTrue(JsonNode value) {
    return value.isBoolean() ? value.booleanValue() : "true".equals(value.textValue());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String shortened(String name) {
    String printable =
        name.codePoints()
            .filter(point -> !Character.isISOControl(point))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return printable.codePointCount(0, printable.length()) <= LONGEST_NAME
        ? printable
        : printable.substring(0, printable.offsetByCodePoints(0, LONGEST_NAME));
  }
}
