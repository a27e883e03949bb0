package dev.plumbline.api.settings;

/** What was typed into the forms of the section Members, to be shown again when it is refused. */
public record MembersTyped(String email, String name, String role, String team, String project) {

  static final MembersTyped NOTHING = new MembersTyped("", "", "viewer", "", "");

  static MembersTyped invitation(String email, String name, String role) {
    return new MembersTyped(email, name, role, "", "");
  }

  static MembersTyped team(String name) {
    return new MembersTyped("", "", "viewer", name, "");
  }

  static MembersTyped project(String name) {
    return new MembersTyped("", "", "viewer", "", name);
  }
}
