package dev.plumbline.api.providers.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.api.providers.ProviderFailureException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account in Azure's resource manager: its deployments, and the models it may deploy. Its key is
 * what {@code az ad sp create-for-rbac} prints: JSON with {@code appId}, {@code password} and
 * {@code tenant}.
 */
final class AzureManagement {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERSION = "api-version=2024-10-01";
  private static final int MOST_PAGES = 100;
  private static final Pattern RESOURCE =
      Pattern.compile(
          "/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[A-Za-z0-9._()-]{1,90}"
              + "/providers/Microsoft\\.CognitiveServices/accounts/[A-Za-z0-9-]{1,64}",
          Pattern.CASE_INSENSITIVE);

  private final JsonHttp http;
  private final AzureConfig config;
  private final ProviderAccess.Management way;
  private Optional<String> token = Optional.empty();

  AzureManagement(JsonHttp http, AzureConfig config, ProviderAccess.Management way) {
    this.http = http;
    this.config = config;
    this.way = way;
  }

  List<JsonNode> deployments() {
    return all("/deployments");
  }

  List<JsonNode> models() {
    return all("/models");
  }

  /** Pages are linked by whole addresses, which must stay where the token belongs. */
  private List<JsonNode> all(String list) {
    if (!RESOURCE.matcher(way.resource()).matches()) {
      throw ProviderFailureException.unsound("a resource that is no account's path");
    }
    OutboundAddress base = OutboundAddress.of(config.management());
    OutboundAddress next = base.resolve(way.resource() + list + "?" + VERSION);
    List<JsonNode> items = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode read = http.get(next, Map.of("Authorization", "Bearer " + token()));
      if (!read.path("value").isArray()) {
        throw ProviderFailureException.unsound("a page without its list");
      }
      read.path("value").forEach(items::add);
      String link = read.path("nextLink").asText("");
      if (link.isEmpty()) {
        return items;
      }
      next = sameOrigin(base, link);
    }
    throw ProviderFailureException.unsound("more than %d pages".formatted(MOST_PAGES));
  }

  private static OutboundAddress sameOrigin(OutboundAddress base, String link) {
    try {
      OutboundAddress next = OutboundAddress.of(link);
      if (next.origin().equals(base.origin())) {
        return next;
      }
    } catch (IllegalArgumentException e) {
      throw ProviderFailureException.unsound("a link to a next page that is no address");
    }
    throw ProviderFailureException.unsound("a link to a next page that leads elsewhere");
  }

  private String token() {
    if (token.isEmpty()) {
      token = Optional.of(newToken());
    }
    return token.get();
  }

  private String newToken() {
    JsonNode principal = principal();
    String tenant = principal.path("tenant").asText("");
    if (!tenant.matches("[A-Za-z0-9.-]{1,100}")) {
      throw ProviderFailureException.unsound("a management key without its tenant");
    }
    JsonNode answer =
        http.post(
            OutboundAddress.of(config.authority()).resolve("/" + tenant + "/oauth2/v2.0/token"),
            Map.of("Accept", "application/json"),
            "application/x-www-form-urlencoded",
            "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
                .formatted(
                    encoded(principal.path("appId").asText("")),
                    encoded(principal.path("password").asText("")),
                    encoded(config.management() + "/.default")));
    String text = answer.path("access_token").asText("");
    if (text.isEmpty()) {
      throw ProviderFailureException.unsound("an answer without a token");
    }
    return text;
  }

  private JsonNode principal() {
    try {
      return JSON.readTree(way.key().reveal());
    } catch (JsonProcessingException e) {
      throw ProviderFailureException.unsound("a management key that is not JSON");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
