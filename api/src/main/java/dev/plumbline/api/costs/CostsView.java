package dev.plumbline.api.costs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The costs of a batch, in its order. What cannot be priced does not stop the rest. */
@Schema(name = "Costs")
@JsonNaming(SnakeCaseStrategy.class)
record CostsView(int priced, int unpriced, List<CostView> costs) {

  static CostsView of(List<CostView> costs) {
    int priced = (int) costs.stream().filter(cost -> cost.status().equals("priced")).count();
    return new CostsView(priced, costs.size() - priced, costs);
  }
}
