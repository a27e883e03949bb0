package dev.plumbline.api.settings;

import dev.plumbline.api.access.BaseUrl;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.tokens.AccessTokens;
import dev.plumbline.api.tokens.CreatedToken;
import dev.plumbline.api.tokens.TokenPage;
import dev.plumbline.api.tokens.TokenSlice;
import dev.plumbline.api.tokens.TokenView;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Draws the section Tokens. */
@ApplicationScoped
class TokensScreen {

  private final Template list;
  private final Template created;
  private final Screens screens;
  private final AccessTokens tokens;
  private final ProjectChoices projects;
  private final BaseUrl base;

  TokensScreen(
      @Location("settings/tokens") Template list,
      @Location("settings/token-created") Template created,
      Screens screens,
      AccessTokens tokens,
      ProjectChoices projects,
      BaseUrl base) {
    this.list = list;
    this.created = created;
    this.screens = screens;
    this.tokens = tokens;
    this.projects = projects;
    this.base = base;
  }

  String show(TokenSlice slice, TokenTyped typed, Notice notice) {
    Caller caller = screens.caller();
    TokenPage found = tokens.list(caller, slice);
    return screens
        .begin(list, Tab.TOKENS, notice)
        .data("tokens", rows(caller, found.tokens()))
        .data("more", found.next() == null ? "" : Tab.TOKENS.address() + "?after=" + found.next())
        .data("mayWrite", caller.grants().anywhere(Permissions.TOKENS_WRITE))
        .data("typed", typed)
        .data("scopes", ScopeChoice.of(caller.grants(), typed.scopes()))
        .data("projects", projects.where(caller, Permissions.TOKENS_WRITE, typed.project()))
        .render();
  }

  private List<TokenRow> rows(Caller caller, List<TokenView> found) {
    Map<UUID, String> names = projects.names(caller);
    return found.stream().map(token -> TokenRow.of(token, names, mayWrite(caller, token))).toList();
  }

  private static boolean mayWrite(Caller caller, TokenView token) {
    return caller.grants().holds(Permissions.TOKENS_WRITE, Optional.ofNullable(token.projectId()));
  }

  /** The only page on which the token stands. */
  String secret(CreatedToken token) {
    return screens
        .begin(created, Tab.TOKENS, Notice.afterwards(null))
        .data("name", token.view().name())
        .data("scopes", String.join(", ", token.view().scopes()))
        .data("expires", Screens.minute(token.view().expiresAt()))
        .data("token", token.token())
        .data("base", base.of(""))
        .render();
  }
}
