package dev.plumbline.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the models, by provider and name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ModelPage")
record ModelsPageView(
    List<ModelEntryView> models,
    @Schema(description = "give it as after to read on; absent at the end")
        @Nullable String next) {}
