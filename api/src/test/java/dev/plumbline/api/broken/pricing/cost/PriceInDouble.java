package dev.plumbline.api.broken.pricing.cost;

/** Money as a floating-point number. */
record PriceInDouble(double dollars) {}
