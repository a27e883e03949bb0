/**
 * From evidence to a verdict: {@link dev.plumbline.lifecycle.drift.verdict.DriftState} holds the
 * states and their transitions, {@link dev.plumbline.lifecycle.drift.verdict.Attribution} says
 * whose change it is, {@link dev.plumbline.lifecycle.drift.verdict.AlphaBudget} how many false
 * pages are paid for.
 */
@NullMarked
package dev.plumbline.lifecycle.drift.verdict;

import org.jspecify.annotations.NullMarked;
