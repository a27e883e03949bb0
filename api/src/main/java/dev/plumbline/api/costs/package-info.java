/** What requests cost, over HTTP: one at a time or many. */
package dev.plumbline.api.costs;
