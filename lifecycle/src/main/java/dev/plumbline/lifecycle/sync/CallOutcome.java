package dev.plumbline.lifecycle.sync;

/** What a call of one model said about it. */
public enum CallOutcome {
  ANSWERED,
  /** 404: not there, or not for us; providers do not tell the two apart. */
  NOT_FOUND,
  /** 410, or an error text that says deprecated: it is gone for everybody. */
  RETIRED,
  /** 401 or 403: says something about the credential, nothing about the model. */
  NO_ACCESS,
  /** 429, 5xx, a timeout or the network: says nothing. */
  NO_ANSWER
}
