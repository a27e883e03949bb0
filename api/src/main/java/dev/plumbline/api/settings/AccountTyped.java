package dev.plumbline.api.settings;

import dev.plumbline.api.syncs.AccountRequest;
import dev.plumbline.api.syncs.AccountView;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was typed to describe an account, to be shown again when it is refused.
 *
 * @param id of the account that is changed; empty for a new one
 * @param fields by the names of the request
 */
public record AccountTyped(String id, Map<String, String> fields) {

  static final List<String> NAMES =
      List.of(
          "provider",
          "name",
          "credential",
          "sentinel",
          "aliases",
          "confirm",
          "base_url",
          "webhook_credential",
          "resource",
          "management_credential");

  static final AccountTyped NOTHING = new AccountTyped("", Map.of());

  public AccountTyped {
    fields = Map.copyOf(fields);
  }

  static AccountTyped of(MultivaluedMap<String, String> form, String id) {
    Map<String, String> fields = new HashMap<>();
    NAMES.stream()
        .filter(form::containsKey)
        .forEach(name -> fields.put(name, form.getFirst(name).strip()));
    return new AccountTyped(id, fields);
  }

  static AccountTyped of(AccountView account) {
    Map<String, String> fields = new HashMap<>();
    fields.put("provider", account.provider());
    fields.put("name", account.name());
    fields.put("credential", text(account.credential()));
    fields.put("sentinel", account.sentinel() == null ? "" : account.sentinel());
    fields.put("aliases", String.join(", ", account.aliases()));
    fields.put("confirm", account.confirm() ? "yes" : "no");
    fields.put("base_url", account.baseUrl());
    fields.put("webhook_credential", text(account.webhookCredential()));
    fields.put("resource", account.resource() == null ? "" : account.resource());
    fields.put("management_credential", text(account.managementCredential()));
    return new AccountTyped(account.id().toString(), fields);
  }

  String at(String name) {
    return fields.getOrDefault(name, "");
  }

  AccountRequest toRequest() {
    return new AccountRequest(
        given("provider"),
        given("name"),
        given("base_url"),
        given("credential"),
        given("sentinel"),
        Arrays.stream(at("aliases").split("[,\\s]+"))
            .filter(Predicate.not(String::isEmpty))
            .toList(),
        !at("confirm").equals("no"),
        given("resource"),
        given("management_credential"),
        given("webhook_credential"));
  }

  private @Nullable String given(String name) {
    return at(name).isEmpty() ? null : at(name);
  }

  private static String text(@Nullable UUID id) {
    return id == null ? "" : id.toString();
  }
}
