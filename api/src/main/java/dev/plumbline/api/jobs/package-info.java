/**
 * Work that happens by itself, once per organisation and window of time, on whichever instance
 * comes first. Features offer a {@link dev.plumbline.api.jobs.WindowedJob}; Quartz wakes it, and a
 * row in PostgreSQL decides who does it.
 */
@NullMarked
package dev.plumbline.api.jobs;

import org.jspecify.annotations.NullMarked;
