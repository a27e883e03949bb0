package dev.plumbline.api.settings;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.members.ProjectView;
import dev.plumbline.api.members.Projects;
import dev.plumbline.api.web.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Projects for lists to choose from, and their names for tables. */
@ApplicationScoped
class ProjectChoices {

  private static final Slice MANY = new Slice(500, Optional.empty());

  private final Projects projects;

  ProjectChoices(Projects projects) {
    this.projects = projects;
  }

  Map<UUID, String> names(Caller caller) {
    return projects.list(caller, MANY).entries().stream()
        .collect(Collectors.toMap(ProjectView::id, ProjectView::name));
  }

  /** Where the caller holds the permission; the whole organisation is the empty value. */
  List<Choice> where(Caller caller, String permission, String chosen) {
    List<Choice> choices = new ArrayList<>();
    if (caller.grants().holds(permission, Optional.empty())) {
      choices.add(new Choice("", "the whole organisation", chosen.isEmpty()));
    }
    projects.list(caller, MANY).entries().stream()
        .filter(project -> project.archivedAt() == null)
        .filter(project -> caller.grants().holds(permission, Optional.of(project.id())))
        .map(project -> choice(project, chosen))
        .forEach(choices::add);
    return choices;
  }

  private static Choice choice(ProjectView project, String chosen) {
    String id = project.id().toString();
    return new Choice(id, project.name(), id.equals(chosen));
  }
}
