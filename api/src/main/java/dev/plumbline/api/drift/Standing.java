package dev.plumbline.api.drift;

import java.time.Instant;
import java.util.UUID;

/** Where a watch of a target stands. */
record Standing(
    UUID target, Watch watch, int epoch, int cycles, String state, String reason, Instant since) {}
