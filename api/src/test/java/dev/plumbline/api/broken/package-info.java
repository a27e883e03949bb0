/**
 * Classes that break one architecture rule each: ArchitectureTest shows that every rule notices its
 * offender. Nothing else may use them.
 */
package dev.plumbline.api.broken;
