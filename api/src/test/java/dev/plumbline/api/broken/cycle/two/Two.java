package dev.plumbline.api.broken.cycle.two;

import dev.plumbline.api.broken.cycle.one.One;
import java.util.List;

/** Knows a package that knows this one. */
public record Two(List<One> ones) {

  One first() {
    return ones.get(0);
  }
}
