package dev.plumbline.api.changes;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.members.MemberView;
import dev.plumbline.api.members.Members;
import dev.plumbline.lifecycle.change.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Who may decide about a change: those with the permission, but for its author. */
@ApplicationScoped
class Approvers {

  private static final Slice MANY = new Slice(500, Optional.empty());

  private final Members members;

  Approvers(Members members) {
    this.members = members;
  }

  /** Their names, of the first 500 members; empty for a reader who may not see members. */
  List<String> of(Caller reader, Person author) {
    if (!reader.grants().holds(Permissions.ORGANISATION_READ, Optional.empty())) {
      return List.of();
    }
    return members.list(reader, MANY).entries().stream()
        .filter(member -> member.disabledAt() == null && mayApprove(member))
        .filter(member -> !member.id().toString().equals(author.id()))
        .map(MemberView::name)
        .sorted()
        .toList();
  }

  private static boolean mayApprove(MemberView member) {
    return Role.findByLabel(member.role())
        .filter(role -> role.permissions().contains(Permissions.PLANS_APPROVE))
        .isPresent();
  }
}
