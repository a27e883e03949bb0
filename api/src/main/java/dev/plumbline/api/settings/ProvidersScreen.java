package dev.plumbline.api.settings;

import dev.plumbline.api.credentials.CredentialSlice;
import dev.plumbline.api.credentials.CredentialView;
import dev.plumbline.api.credentials.Credentials;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.syncs.AccountView;
import dev.plumbline.api.syncs.Accounts;
import dev.plumbline.api.syncs.SyncReadings;
import dev.plumbline.api.syncs.SyncRunView;
import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.Field;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Draws the section Providers. */
@ApplicationScoped
class ProvidersScreen {

  private static final int RUNS = 20;
  private static final int EVENTS = 50;
  private static final CredentialSlice MANY = new CredentialSlice("", 500);

  private final Template page;
  private final Screens screens;
  private final Accounts accounts;
  private final SyncReadings readings;
  private final Credentials credentials;

  ProvidersScreen(
      @Location("settings/providers") Template page,
      Screens screens,
      Accounts accounts,
      SyncReadings readings,
      Credentials credentials) {
    this.page = page;
    this.screens = screens;
    this.accounts = accounts;
    this.readings = readings;
    this.credentials = credentials;
  }

  /**
   * @param preview a run of which nothing was kept
   */
  String show(AccountTyped typed, Notice notice, Optional<SyncRunView> preview) {
    Caller caller = screens.caller();
    List<AccountView> found = accounts.list(caller);
    Map<UUID, String> names =
        found.stream().collect(Collectors.toMap(AccountView::id, AccountView::name));
    Map<UUID, Instant> last = readings.lastComplete(caller.organisation());
    List<Field> azure = azure(caller, typed, notice);
    boolean mayWrite = caller.grants().holds(Permissions.PROVIDERS_WRITE, Optional.empty());
    return screens
        .begin(page, Tab.PROVIDERS, notice)
        .data("accounts", found.stream().map(each -> AccountRow.of(each, last)).toList())
        .data("preview", preview.map(run -> SyncRunRow.of(run, names)).stream().toList())
        .data(
            "runs",
            readings.runs(caller.organisation(), RUNS).stream()
                .map(run -> SyncRunRow.of(run, names))
                .toList())
        .data(
            "events",
            readings.events(caller.organisation(), Instant.EPOCH, EVENTS).stream()
                .map(event -> SyncEventRow.of(event, names))
                .toList())
        .data("typed", typed)
        .data("fields", mayWrite ? fields(caller, typed, notice) : List.of())
        .data("azure", azure)
        .data("azureOpen", azure.stream().anyMatch(Field::isRefused))
        .data("mayWrite", mayWrite)
        .render();
  }

  private List<Field> fields(Caller caller, AccountTyped typed, Notice notice) {
    return shown(
        typed,
        notice,
        Field.select("provider", "Provider", "An account stays with its provider.", providers()),
        Field.text("name", "Name", "For example OpenAI, production."),
        Field.select(
            "credential",
            "Key",
            "Of the kind provider, stored under Credentials.",
            keys(caller, "provider")),
        Field.text(
            "sentinel",
            "A model that is surely there",
            "A list without it is not believed, for example gpt-4o-2024-08-06."),
        Field.text(
            "aliases",
            "Moving names to ask about",
            "At most 20, with commas: each run asks what they mean, for a few tokens."));
  }

  private List<Field> azure(Caller caller, AccountTyped typed, Notice notice) {
    return shown(
        typed,
        notice,
        Field.select(
            "confirm",
            "A model that seems gone",
            "A call costs a few tokens.",
            List.of(
                new Choice("yes", "is called before it counts as gone", false),
                new Choice("no", "is never called", false))),
        Field.text("base_url", "Address", "Azure: of the resource. Else empty, or a gateway."),
        Field.select(
            "webhook_credential",
            "Secret of its events",
            "Of the kind channel; then the provider tells us of jobs at once.",
            keys(caller, "channel")),
        Field.text("resource", "Path in Azure's management", "/subscriptions/…/accounts/NAME"),
        Field.select(
            "management_credential",
            "Key of Azure's management",
            "For deployments and their end dates.",
            keys(caller, "provider")));
  }

  private static List<Field> shown(AccountTyped typed, Notice notice, Field... fields) {
    List<Field> shown = new ArrayList<>();
    for (Field field : fields) {
      Field with =
          typed.at(field.name()).isEmpty() && field.isSelect()
              ? field
              : field.showing(typed.at(field.name()));
      shown.add(notice.isAt(field.name()) ? with.refusedFor(notice.wrong()) : with);
    }
    return shown;
  }

  private List<Choice> providers() {
    return accounts.providers().stream()
        .map(key -> new Choice(key, key, key.equals("openai"))) // the first one that most have
        .toList();
  }

  private List<Choice> keys(Caller caller, String kind) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "none", false));
    credentials.list(caller, MANY).credentials().stream()
        .filter(each -> each.kind().equals(kind))
        .map(ProvidersScreen::choice)
        .forEach(choices::add);
    return choices;
  }

  private static Choice choice(CredentialView credential) {
    String of = credential.provider() == null ? "" : " (" + credential.provider() + ")";
    return new Choice(credential.id().toString(), credential.name() + of, false);
  }
}
