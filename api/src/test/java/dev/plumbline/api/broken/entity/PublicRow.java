package dev.plumbline.api.broken.entity;

import jakarta.persistence.Embeddable;

/**
 * Leaves its package although it is a part of a table. Embeddable, so that no table is expected.
 */
@Embeddable
public class PublicRow {}
