/** Stories that cross features, told over HTTP as users live them. */
package dev.plumbline.api.story;
