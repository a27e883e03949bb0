/** Training files over HTTP: taken in as a stream, read in the background, never kept. */
package dev.plumbline.api.datasets;
