package dev.plumbline.pricing.tokens;

import java.util.Arrays;
import java.util.Optional;

/** A published byte-pair encoding. The label is its usual name. */
public enum Encoding {
  O200K_BASE("o200k_base"),
  CL100K_BASE("cl100k_base"),
  /**
   * The same ranks as {@link #O200K_BASE} with more special tokens, which plain text never uses.
   */
  O200K_HARMONY("o200k_harmony");

  private final String label;

  Encoding(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Encoding> findByLabel(String label) {
    return Arrays.stream(values()).filter(encoding -> encoding.label.equals(label)).findFirst();
  }
}
