/**
 * Evidence about how good a fine-tune is: loss files, graded hold-outs, and grades of its
 * applications. What it means is worked out in {@code lifecycle.evaluation}.
 */
package dev.plumbline.api.evaluations;
