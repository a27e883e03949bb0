/** From money and false pages to a schedule: what is asked how often, and what that costs. */
@NullMarked
package dev.plumbline.lifecycle.probe.plan;

import org.jspecify.annotations.NullMarked;
