package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Plans, the most urgent first: by days left, monthly spend and missing golden outputs. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ExitPlanList")
record PlanList(List<PlanView> exitPlans) {}
