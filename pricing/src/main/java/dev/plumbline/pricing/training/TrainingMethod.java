package dev.plumbline.pricing.training;

import dev.plumbline.pricing.dataset.DatasetFormat;
import java.util.Optional;

/** What a job does with its rows. */
public enum TrainingMethod {
  /** Supervised: learns the answers of chats. */
  SFT,
  /** Preference: learns which of two answers is wanted. */
  DPO,
  /** Reinforcement: a grader judges the model's own answers; billed by the hour. */
  RFT;

  /** The method that a file's rows are made for; empty for rows that are no chats. */
  public static Optional<TrainingMethod> of(DatasetFormat format) {
    return switch (format) {
      case SFT -> Optional.of(SFT);
      case DPO -> Optional.of(DPO);
      case RFT -> Optional.of(RFT);
      case NOT_CHAT -> Optional.empty();
    };
  }
}
