package dev.plumbline.api.broken.pricing.chance;

import java.util.UUID;

/** Chance inside of a domain: the result cannot be recomputed. */
class ThrowsDice {

  UUID id() {
    return UUID.randomUUID();
  }
}
