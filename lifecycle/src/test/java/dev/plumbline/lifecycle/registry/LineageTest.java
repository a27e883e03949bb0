package dev.plumbline.lifecycle.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.model.Provider;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineageTest {

  private static final ModelKey A = key("a");
  private static final ModelKey B = key("b");
  private static final ModelKey C = key("c");

  @Test
  void aLineLeadsFromAModelToItsBase() {
    Lineage line =
        Lineage.empty()
            .with(A, from("b"))
            .with(B, from("c"))
            .with(C, Origin.ofBase("gpt-4o-2024-08-06"));

    assertThat(line.ancestorsOf(A)).containsExactly(B, C);
    assertThat(line.baseOf(A)).contains("gpt-4o-2024-08-06");
    assertThat(line.childrenOf(C)).containsExactly(B);
    assertThat(line.descendantsOf(C)).containsExactly(A, B);
    assertThat(line.parentOf(C)).isEmpty();
  }

  @Test
  void aParentNeedNotBeRegistered() {
    Lineage line = Lineage.of(List.of(ModelFacts.named(A).from(from("unheard"))));

    assertThat(line.ancestorsOf(A)).containsExactly(key("unheard"));
    assertThat(line.holds(key("unheard"))).isFalse();
    assertThat(line.holds(A)).isTrue();
    assertThat(line.baseOf(A)).isEmpty();
  }

  @Test
  void aModelCannotComeFromItselfOverItsParents() {
    Lineage line = Lineage.empty().with(A, from("b")).with(B, from("c"));

    assertThatThrownBy(() -> line.with(C, from("a")))
        .isInstanceOf(LineageCycleException.class)
        .hasMessage("a model cannot come from itself: c from a from b from c");
    assertThatThrownBy(() -> ModelFacts.named(A).from(from("a")))
        .isInstanceOf(LineageCycleException.class);
    assertThatThrownBy(
            () ->
                Lineage.of(
                    List.of(
                        ModelFacts.named(A).from(from("b")), ModelFacts.named(B).from(from("a")))))
        .isInstanceOf(LineageCycleException.class);
  }

  @Test
  void theSameNameElsewhereIsAnotherModel() {
    ModelKey elsewhere = new ModelKey(Provider.AZURE, "b");
    Lineage line = Lineage.empty().with(A, from("b")).with(elsewhere, from("a"));

    assertThat(line.ancestorsOf(A)).containsExactly(B);
    assertThat(line.childrenOf(B)).containsExactly(A);
  }

  private static ModelKey key(String model) {
    return new ModelKey(Provider.OPENAI, model);
  }

  private static Origin from(String parent) {
    return new Origin(Optional.empty(), Optional.of(parent));
  }
}
