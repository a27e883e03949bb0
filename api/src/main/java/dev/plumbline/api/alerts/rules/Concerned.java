package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.members.MemberContacts;
import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.ModelInUse;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.models.ModelsInUse;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Whom a model of an organisation concerns, and where it is shown. */
@ApplicationScoped
class Concerned {

  private static final int MOST_CONTACTS = 20;
  private static final int LONGEST_SUBJECT = 140;

  private final ModelsInUse used;
  private final Models models;
  private final Deployments deployments;
  private final MemberContacts members;

  Concerned(ModelsInUse used, Models models, Deployments deployments, MemberContacts members) {
    this.used = used;
    this.models = models;
    this.deployments = deployments;
    this.members = members;
  }

  /** Read once for many questions. */
  People of(Organisation organisation) {
    Map<ModelKey, ModelInUse> inUse = new LinkedHashMap<>();
    used.of(organisation).forEach(each -> inUse.put(each.key(), each));
    Map<ModelKey, RegisteredModel> registered = new HashMap<>();
    models.all(organisation).forEach(each -> registered.put(each.key(), each));
    Map<ModelKey, UUID> deployed = new HashMap<>();
    deployments.all(organisation).stream()
        .filter(each -> each.removedAt().isEmpty())
        .forEach(each -> deployed.putIfAbsent(each.deployment().target(), each.id()));
    return new People(inUse, registered, deployed, members.administrators(organisation));
  }

  /**
   * Everybody of one organisation.
   *
   * @param deployed one deployment in which each answers
   * @param administrators asked last, and where nobody else is known
   */
  record People(
      Map<ModelKey, ModelInUse> inUse,
      Map<ModelKey, RegisteredModel> registered,
      Map<ModelKey, UUID> deployed,
      List<String> administrators) {

    /** By provider and name. */
    List<ModelInUse> all() {
      return List.copyOf(inUse.values());
    }

    private Optional<ModelInUse> user(ModelKey model) {
      return Optional.ofNullable(inUse.get(model));
    }

    boolean isInUse(ModelKey model) {
      return inUse.containsKey(model);
    }

    boolean isRegistered(ModelKey model) {
      return registered.containsKey(model);
    }

    /** The owner first, then the owners of applications, then the administrators. */
    List<String> contacts(ModelKey model) {
      Stream<String> owner =
          Optional.ofNullable(registered.get(model))
              .flatMap(each -> each.facts().custody().contact())
              .stream();
      return then(
          Stream.concat(owner, user(model).stream().flatMap(each -> each.contacts().stream()))
              .toList());
    }

    /** These and the administrators. */
    List<String> then(Collection<String> first) {
      Set<String> all = new LinkedHashSet<>(first);
      all.addAll(administrators);
      return all.stream().limit(MOST_CONTACTS).toList();
    }

    /** For example {@code ; 2 applications use it}; nothing when none does. */
    String users(ModelKey model) {
      int consumers = user(model).map(ModelInUse::consumers).orElse(0);
      return switch (consumers) {
        case 0 -> "";
        case 1 -> "; 1 application uses it";
        default -> "; %d applications use it".formatted(consumers);
      };
    }

    /**
     * Its own page where it is registered, else that of the applications that call it, else its
     * deployment.
     */
    String link(ModelKey model) {
      if (registered.containsKey(model)) {
        return "/models/" + registered.get(model).id();
      }
      if (user(model).filter(each -> each.consumers() > 0).isPresent()) {
        return "/consumers";
      }
      return deployed.containsKey(model) ? "/deployments#" + deployed.get(model) : "/models";
    }
  }

  /** Provider and name; the end of a name that is too long for a key is dropped. */
  static String subject(ModelKey model) {
    return shortened(model.provider().key() + ":" + model.model(), LONGEST_SUBJECT);
  }

  static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
