package dev.plumbline.api.changes;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some of the changes, the newest first. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ModelChangePage")
record ChangePage(List<ChangeView> changes) {}
