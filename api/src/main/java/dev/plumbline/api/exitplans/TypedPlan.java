package dev.plumbline.api.exitplans;

/** The form of a new plan as it was typed, right or wrong. */
public record TypedPlan(
    String provider,
    String model,
    String requestsPerMonth,
    String inputTokens,
    String outputTokens,
    String durationDays) {}
