package dev.plumbline.api.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An event in the audit trail. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptTrace(String type, @Nullable String subject) {}
