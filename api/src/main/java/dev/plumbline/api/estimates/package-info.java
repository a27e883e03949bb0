/** What training on a dataset costs: uploads become estimates, as JSON and as a page. */
package dev.plumbline.api.estimates;
