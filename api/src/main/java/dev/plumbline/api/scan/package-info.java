/** Scans of source trees: which files are read, and the forms in which the answer is written. */
package dev.plumbline.api.scan;
