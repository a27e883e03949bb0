/**
 * A provider of ours for tests: real HTTP, checked against a part of the provider's description.
 */
@NullMarked
package dev.plumbline.api.providers.simulator;

import org.jspecify.annotations.NullMarked;
