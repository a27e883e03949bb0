package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.deprecation.LifeClock;
import java.util.Locale;
import java.util.Optional;

/** One difference between what was known and what a provider tells now. */
public sealed interface SyncChange {

  /** What it is about: the id of a model, a job, a deployment, or an alias. */
  String subject();

  /** In words, for a person who decides whether that should happen. */
  String words();

  /** A model is in the list for the first time. */
  record ModelAppeared(ListedModel model) implements SyncChange {

    public ModelAppeared {
      requireNonNull(model, "model");
    }

    @Override
    public String subject() {
      return model.id();
    }

    @Override
    public String words() {
      return "is listed" + model.inferenceEnd().map(end -> ", until " + end).orElse("");
    }
  }

  /** What is known of a model's presence, or of our access to it, is another state now. */
  record PresenceChanged(TrackedModel from, TrackedModel to) implements SyncChange {

    public PresenceChanged {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public String subject() {
      return to.id();
    }

    @Override
    public String words() {
      return "%s, before %s".formatted(shown(to), shown(from));
    }

    private static String shown(TrackedModel model) {
      PresenceForm form = PresenceForm.of(model.presence());
      String label = form.label().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String count = form.polls() > 0 ? "(" + form.polls() + ")" : "";
      return switch (model.access()) {
        case KNOWN -> label + count;
        case NO_ACCESS -> "no access to what was " + label + count;
        case UNKNOWN -> "unknown, last " + label + count;
      };
    }
  }

  /** The list states another end of a clock, or none any more. */
  record DateMoved(
      String subject, LifeClock clock, Optional<ListedDate> from, Optional<ListedDate> to)
      implements SyncChange {

    public DateMoved {
      requireNonNull(subject, "subject");
      requireNonNull(clock, "clock");
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public String words() {
      String which = clock == LifeClock.TRAINING ? "training ends " : "ends ";
      return which + shown(to) + ", before " + shown(from);
    }

    private static String shown(Optional<ListedDate> date) {
      return date.map(ListedDate::toString).orElse("without a date");
    }
  }

  /** The provider calls its stage by another word. */
  record StageChanged(String subject, Optional<String> from, Optional<String> to)
      implements SyncChange {

    public StageChanged {
      requireNonNull(subject, "subject");
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public String words() {
      return "is %s, before %s".formatted(to.orElse("without a stage"), from.orElse("without one"));
    }
  }

  /** A job that was not known. */
  record JobAppeared(TuningJob job) implements SyncChange {

    public JobAppeared {
      requireNonNull(job, "job");
    }

    @Override
    public String subject() {
      return job.id();
    }

    @Override
    public String words() {
      return "trains %s: %s%s"
          .formatted(
              job.startsFrom(), job.status(), job.tunedModel().map(id -> ", " + id).orElse(""));
    }
  }

  /** A known job that has gone on. */
  record JobChanged(TuningJob from, TuningJob to) implements SyncChange {

    public JobChanged {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public String subject() {
      return to.id();
    }

    @Override
    public String words() {
      return from.status().equals(to.status())
          ? "%s, with %d checkpoints".formatted(to.status(), to.checkpoints().size())
          : "%s, before %s".formatted(to.status(), from.status());
    }
  }

  /** A deployment is new, serves something else, or is not there any more. */
  record DeploymentChanged(
      String subject, Optional<ListedDeployment> from, Optional<ListedDeployment> to)
      implements SyncChange {

    public DeploymentChanged {
      requireNonNull(subject, "subject");
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public String words() {
      return to.map(now -> "serves " + now.model()).orElse("is not there any more")
          + from.map(before -> ", before " + before.model()).orElse("");
    }
  }

  /** An alias means another snapshot than the last time. */
  record AliasMoved(String subject, Optional<String> from, String to) implements SyncChange {

    public AliasMoved {
      requireNonNull(subject, "subject");
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public String words() {
      return "means " + to + from.map(before -> ", before " + before).orElse("");
    }
  }
}
