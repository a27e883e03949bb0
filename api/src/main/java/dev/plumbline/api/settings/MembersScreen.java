package dev.plumbline.api.settings;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.members.Invitation;
import dev.plumbline.api.members.MemberView;
import dev.plumbline.api.members.Members;
import dev.plumbline.api.members.Projects;
import dev.plumbline.api.members.Teams;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Draws the section Members. */
@ApplicationScoped
class MembersScreen {

  private static final Slice MANY = new Slice(500, Optional.empty());

  private final Template list;
  private final Template invited;
  private final Screens screens;
  private final Members members;
  private final Teams teams;
  private final Projects projects;

  MembersScreen(
      @Location("settings/members") Template list,
      @Location("settings/invited") Template invited,
      Screens screens,
      Members members,
      Teams teams,
      Projects projects) {
    this.list = list;
    this.invited = invited;
    this.screens = screens;
    this.members = members;
    this.teams = teams;
    this.projects = projects;
  }

  String show(Slice slice, MembersTyped typed, Notice notice) {
    Caller caller = screens.caller();
    Listed<MemberView> found = members.list(caller, slice);
    return screens
        .begin(list, Tab.MEMBERS, notice)
        .data("members", rows(caller, found.entries()))
        .data("more", found.next().map(MembersScreen::after).orElse(""))
        .data("teams", teams.list(caller, MANY).entries())
        .data("projects", projects.list(caller, MANY).entries())
        .data("mayWrite", caller.grants().holds(Permissions.ORGANISATION_WRITE, Optional.empty()))
        .data("typed", typed)
        .data("roles", MemberRow.roles(typed.role()))
        .render();
  }

  private List<MemberRow> rows(Caller caller, List<MemberView> found) {
    Map<UUID, String> ways =
        members.signInWays(caller, found.stream().map(MemberView::id).toList());
    return found.stream()
        .map(member -> MemberRow.of(member, ways.getOrDefault(member.id(), "")))
        .toList();
  }

  private static String after(String key) {
    return Tab.MEMBERS.address() + "?after=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
  }

  /** The only page on which the link stands. */
  String link(Invitation invitation) {
    return screens
        .begin(invited, Tab.MEMBERS, Notice.afterwards(null))
        .data("name", invitation.member().name())
        .data("email", invitation.member().email())
        .data("link", invitation.signInLink())
        .render();
  }
}
