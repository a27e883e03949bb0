package dev.plumbline.api.settings;

import java.util.List;

/** What was typed to make a token, to be shown again when it is refused. */
public record TokenTyped(String name, List<String> scopes, String project, String days) {

  static final TokenTyped NOTHING = new TokenTyped("", List.of(), "", "90");

  public TokenTyped {
    scopes = List.copyOf(scopes);
  }
}
