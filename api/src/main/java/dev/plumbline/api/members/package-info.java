/** Members, teams, projects and organisations, and what each member may do. */
@NullMarked
package dev.plumbline.api.members;

import org.jspecify.annotations.NullMarked;
