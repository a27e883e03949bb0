package dev.plumbline.api.drift;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The mixture of backends behind a target in a week, as it was told.
 *
 * @param week its Monday, UTC
 * @param moved against the week before
 */
record MixWeek(
    UUID target, int epoch, LocalDate week, int callsBefore, int calls, double p, boolean moved) {}
