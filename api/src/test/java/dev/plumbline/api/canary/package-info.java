/**
 * Secrets that must be seen nowhere: every answer, log record and command output of the suite is
 * searched for them as it appears, and everything that is stored when the suite ends.
 */
package dev.plumbline.api.canary;
