package dev.plumbline.api.settings;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.members.MemberChange;
import dev.plumbline.api.members.Members;
import dev.plumbline.api.members.NameRequest;
import dev.plumbline.api.members.NewMemberRequest;
import dev.plumbline.api.members.Projects;
import dev.plumbline.api.members.Teams;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Settings: members, teams and projects. */
@Path("/settings/members")
@Produces(MediaType.TEXT_HTML)
class MemberSettings {

  private final MembersScreen screen;
  private final Members members;
  private final Teams teams;
  private final Projects projects;
  private final CurrentCaller caller;

  MemberSettings(
      MembersScreen screen, Members members, Teams teams, Projects projects, CurrentCaller caller) {
    this.screen = screen;
    this.members = members;
    this.teams = teams;
    this.projects = projects;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  public String show(@RestQuery @Nullable String done, @RestQuery Optional<String> after) {
    Slice slice = Slice.of(Slice.DEFAULT_LIMIT, after);
    return screen.show(slice, MembersTyped.NOTHING, Notice.afterwards(done));
  }

  /** The name is asked for too, so that the table shows people and not addresses. */
  @POST
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response invite(
      @RestForm @Nullable String email,
      @RestForm @Nullable String name,
      @RestForm @Nullable String role) {
    return attempt(
        MembersTyped.invitation(text(email), text(name), text(role)),
        () -> {
          String given = text(name).isBlank() ? null : name;
          NewMemberRequest wanted = new NewMemberRequest(email, given, role);
          return once(screen.link(members.invite(caller.get(), wanted.toNewMember())));
        });
  }

  @POST
  @Path("{id}/role")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response changeRole(@RestPath String id, @RestForm @Nullable String role) {
    return change(id, new MemberChange(null, text(role), null), Done.ROLE_CHANGED);
  }

  @POST
  @Path("{id}/disable")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response disable(@RestPath String id) {
    return change(id, new MemberChange(null, null, true), Done.DISABLED);
  }

  @POST
  @Path("{id}/enable")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response enable(@RestPath String id) {
    return change(id, new MemberChange(null, null, false), Done.ENABLED);
  }

  private Response change(String id, MemberChange change, Done done) {
    return attempt(
        MembersTyped.NOTHING,
        () -> {
          members.change(caller.get(), uuid(id), change);
          return Screens.done(Tab.MEMBERS, done);
        });
  }

  @POST
  @Path("{id}/sign-in-link")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response makeLink(@RestPath String id) {
    return attempt(
        MembersTyped.NOTHING, () -> once(screen.link(members.makeLink(caller.get(), uuid(id)))));
  }

  @POST
  @Path("teams")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response addTeam(@RestForm @Nullable String team) {
    return attempt(
        MembersTyped.team(text(team)),
        () -> {
          teams.add(caller.get(), name("team", team));
          return Screens.done(Tab.MEMBERS, Done.TEAM_ADDED);
        });
  }

  @POST
  @Path("projects")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response addProject(@RestForm @Nullable String project) {
    return attempt(
        MembersTyped.project(text(project)),
        () -> {
          projects.add(caller.get(), name("project", project));
          return Screens.done(Tab.MEMBERS, Done.PROJECT_ADDED);
        });
  }

  private Response attempt(MembersTyped typed, Supplier<Response> change) {
    try {
      return change.get();
    } catch (ProblemException e) {
      Slice first = Slice.of(Slice.DEFAULT_LIMIT, Optional.empty());
      return Screens.refused(e, notice -> screen.show(first, typed, notice));
    }
  }

  /** The page has three fields for names; a mistake is at the one that was sent. */
  private static String name(String field, @Nullable String given) {
    try {
      return new NameRequest(given).checked();
    } catch (ProblemException e) {
      throw e.problem().atField(field).asException();
    }
  }

  private static Response once(String page) {
    return Response.status(Response.Status.CREATED).entity(page).build();
  }

  private static UUID uuid(String text) {
    return Input.read("id", () -> UUID.fromString(text));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
