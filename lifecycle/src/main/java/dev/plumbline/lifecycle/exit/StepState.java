package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.change.Person;
import java.time.Instant;

/** Where a step stands. */
public sealed interface StepState {

  /** Nobody has done it. */
  record Open() implements StepState {

    public Done done(Person by, Instant at, String note) {
      return new Done(by, at, note);
    }

    /** It is not needed in this plan. */
    public Skipped skipped(Person by, Instant at, String reason) {
      return new Skipped(by, at, reason);
    }
  }

  /** Somebody says that it is done. */
  record Done(Person by, Instant at, String note) implements StepState {

    public Done {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireNonNull(note, "note");
    }

    /**
     * Somebody else has looked at it too.
     *
     * @throws IllegalArgumentException when it is the same person
     */
    public SignedOff signedOff(Person other, Instant moment) {
      if (other.isSameAs(by)) {
        throw new IllegalArgumentException(
            "%s did it, so somebody else has to sign it off".formatted(by.name()));
      }
      return new SignedOff(this, other, moment);
    }

    public Open reopened() {
      return new Open();
    }
  }

  /** It is done, and somebody else stands for it. */
  record SignedOff(Done done, Person by, Instant at) implements StepState {

    public SignedOff {
      requireNonNull(done, "done");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  /** It is not needed in this plan. */
  record Skipped(Person by, Instant at, String reason) implements StepState {

    public Skipped {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireNonNull(reason, "reason");
      if (reason.isBlank()) {
        throw new IllegalArgumentException("to skip a step needs a reason");
      }
    }

    public Open reopened() {
      return new Open();
    }
  }

  /** One answer for each case. */
  interface Cases<R> {
    R open(Open open);

    R done(Done done);

    R signedOff(SignedOff signed);

    R skipped(Skipped skipped);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Done done) {
      return cases.done(done);
    }
    if (this instanceof SignedOff signed) {
      return cases.signedOff(signed);
    }
    if (this instanceof Skipped skipped) {
      return cases.skipped(skipped);
    }
    return cases.open((Open) this);
  }

  default boolean isOpen() {
    return this instanceof Open;
  }
}
