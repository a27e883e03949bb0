package dev.plumbline.api.settings;

import dev.plumbline.api.identity.Role;
import dev.plumbline.api.members.MemberView;
import dev.plumbline.api.web.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A member as the table shows them. */
public record MemberRow(
    UUID id, String name, String email, String role, boolean disabled, String signsInBy) {

  static MemberRow of(MemberView member, String signsInBy) {
    return new MemberRow(
        member.id(),
        member.name(),
        member.email(),
        member.role(),
        member.disabledAt() != null,
        signsInBy);
  }

  public List<Choice> roles() {
    return roles(role);
  }

  static List<Choice> roles(String chosen) {
    return Arrays.stream(Role.values())
        .map(Role::label)
        .map(label -> new Choice(label, label, label.equals(chosen)))
        .toList();
  }
}
