/**
 * Accounts at providers, and the runs that read what they list: shown first, then carried out, and
 * the second time nothing is left to change.
 */
@NullMarked
package dev.plumbline.api.syncs;

import org.jspecify.annotations.NullMarked;
