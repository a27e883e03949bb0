/** Break-even scenarios as documents: read, priced by name and date, answered with all evidence. */
package dev.plumbline.api.scenarios;
