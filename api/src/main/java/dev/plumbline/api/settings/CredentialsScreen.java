package dev.plumbline.api.settings;

import dev.plumbline.api.credentials.CredentialKind;
import dev.plumbline.api.credentials.CredentialPage;
import dev.plumbline.api.credentials.CredentialSlice;
import dev.plumbline.api.credentials.CredentialView;
import dev.plumbline.api.credentials.Credentials;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.web.Choice;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws the section Credentials. */
@ApplicationScoped
class CredentialsScreen {

  private final Template list;
  private final Screens screens;
  private final Credentials credentials;
  private final ProjectChoices projects;

  CredentialsScreen(
      @Location("settings/credentials") Template list,
      Screens screens,
      Credentials credentials,
      ProjectChoices projects) {
    this.list = list;
    this.screens = screens;
    this.credentials = credentials;
    this.projects = projects;
  }

  String show(CredentialSlice slice, CredentialTyped typed, Notice notice) {
    Caller caller = screens.caller();
    CredentialPage found = credentials.list(caller, slice);
    return screens
        .begin(list, Tab.CREDENTIALS, notice)
        .data("credentials", rows(caller, found.credentials()))
        .data("more", more(found.next()))
        .data("mayWrite", caller.grants().anywhere(Permissions.CREDENTIALS_WRITE))
        .data("typed", typed)
        .data("kinds", kinds(typed.kind()))
        .data("projects", projects.where(caller, Permissions.CREDENTIALS_WRITE, typed.project()))
        .render();
  }

  private List<CredentialRow> rows(Caller caller, List<CredentialView> found) {
    Map<UUID, String> names = projects.names(caller);
    return found.stream().map(row -> CredentialRow.of(row, names, mayWrite(caller, row))).toList();
  }

  private static boolean mayWrite(Caller caller, CredentialView row) {
    return caller.grants().holds(Permissions.CREDENTIALS_WRITE, Optional.ofNullable(row.project()));
  }

  private static List<Choice> kinds(String chosen) {
    return Arrays.stream(CredentialKind.values())
        .map(CredentialKind::label)
        .map(label -> new Choice(label, label, label.equals(chosen)))
        .toList();
  }

  private static String more(@Nullable String next) {
    return next == null
        ? ""
        : Tab.CREDENTIALS.address() + "?after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }
}
