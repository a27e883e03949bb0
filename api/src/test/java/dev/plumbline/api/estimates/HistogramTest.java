package dev.plumbline.api.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.estimates.ResultView.Bin;
import dev.plumbline.pricing.dataset.RowSizes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void everyRowIsInExactlyOneRange() {
    RowSizes sizes = new RowSizes(new TreeMap<>(Map.of(7L, 3L, 140L, 5L, 999L, 2L)));

    List<Bin> bins = Histogram.of(sizes);

    // 993 sizes in at most 19 ranges of 1, 2, 5, 10, …: ranges of 100
    assertThat(bins).hasSize(10);
    assertThat(bins.get(0)).isEqualTo(new Bin("0–99", 3, "3"));
    assertThat(bins.get(1)).isEqualTo(new Bin("100–199", 5, "5"));
    assertThat(bins.stream().mapToLong(Bin::rows).sum()).isEqualTo(10);
  }

  @Test
  void oneSizeIsOneRange() {
    assertThat(Histogram.of(new RowSizes(new TreeMap<>(Map.of(42L, 8L)))))
        .containsExactly(new Bin("42–42", 8, "8"));
  }

  @Test
  void withoutRowsThereIsNothingToDraw() {
    assertThat(Histogram.of(new RowSizes(new TreeMap<>()))).isEmpty();
  }
}
