/** Parts of long lists: how they are asked for, and what continues them. */
@NullMarked
package dev.plumbline.api.lists;

import org.jspecify.annotations.NullMarked;
