package dev.plumbline.api.broken.cycle.one;

import dev.plumbline.api.broken.cycle.two.Two;

/** Knows a package that knows this one. */
public record One(Two two) {}
