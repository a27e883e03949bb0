/** The break-even page: models by name in, the verdict with its curve and its sources out. */
package dev.plumbline.api.breakeven;
