/** How many tokens texts, chats, tools and images are. */
@NullMarked
package dev.plumbline.pricing.tokens;

import org.jspecify.annotations.NullMarked;
