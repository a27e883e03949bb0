package dev.plumbline.api.drift;

import dev.plumbline.lifecycle.drift.impact.MoneyFigures;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A verdict as it was told.
 *
 * @param at of the cycle that led to it
 * @param moved JSON: what, before, since
 * @param money what the change costs is computed from; empty where nothing changed
 * @param examples JSON: family, prompt, before, after
 */
record VerdictRow(
    UUID id,
    UUID target,
    Watch watch,
    int epoch,
    int cycle,
    Instant at,
    Instant toldAt,
    String state,
    String reason,
    boolean page,
    String attribution,
    Optional<Instant> onsetAt,
    String moved,
    String examples,
    Optional<MoneyFigures> money,
    boolean hasEvidence) {}
