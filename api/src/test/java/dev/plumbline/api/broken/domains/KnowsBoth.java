package dev.plumbline.api.broken.domains;

import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.pricing.catalogue.PriceCatalogue;

/** Knows prices and shutdown dates. */
record KnowsBoth(PriceCatalogue prices, DeprecationCalendar dates) {}
