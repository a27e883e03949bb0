package dev.plumbline.pricing.dataset;

/** What the rows of a file are for. */
public enum DatasetFormat {
  /** Chats that end with the wanted answer: supervised fine-tuning. */
  SFT,
  /** A chat with a preferred and a non-preferred answer: preference tuning. */
  DPO,
  /** Chats without an answer, and facts for a grader: reinforcement fine-tuning. */
  RFT,
  /** JSON rows without chats: no training file, but texts that can be counted and compared. */
  NOT_CHAT
}
