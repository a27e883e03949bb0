package dev.plumbline.api.access;

/** Whom a one-time link signs in: what its page says before anything happens. */
public record Invited(String email, String name, String organisation) {}
