/** The audit trail: who changed what and when, in a chain in which tampering shows. */
@NullMarked
package dev.plumbline.api.audit;

import org.jspecify.annotations.NullMarked;
