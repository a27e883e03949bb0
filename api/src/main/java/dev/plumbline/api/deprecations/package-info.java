/** Shutdown dates for other features, in words of core. */
package dev.plumbline.api.deprecations;
