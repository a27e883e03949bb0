/**
 * The only place that opens connections to addresses that others give us: of channels, gateways and
 * providers. An address is resolved once, checked, and exactly that one is connected to.
 */
@NullMarked
package dev.plumbline.api.outbound;

import org.jspecify.annotations.NullMarked;
