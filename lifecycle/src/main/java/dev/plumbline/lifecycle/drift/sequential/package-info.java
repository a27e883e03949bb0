/**
 * Streams that look at every cycle or observation and keep one bound for their whole life. {@link
 * dev.plumbline.lifecycle.drift.sequential.BorderStream} and {@link
 * dev.plumbline.lifecycle.drift.sequential.OnsetMixture} suspect, {@link
 * dev.plumbline.lifecycle.drift.sequential.CycleMartingale} confirms. State is rebuilt by feeding
 * the stored observations again: a year takes milliseconds.
 */
@NullMarked
package dev.plumbline.lifecycle.drift.sequential;

import org.jspecify.annotations.NullMarked;
