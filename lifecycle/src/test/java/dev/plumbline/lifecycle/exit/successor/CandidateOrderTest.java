package dev.plumbline.lifecycle.exit.successor;

import static dev.plumbline.core.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.exit.successor.CandidateOrder.Ranked;
import dev.plumbline.lifecycle.exit.value.GivenMoney;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandidateOrderTest {

  private static final CandidateOrder ORDER = new CandidateOrder(12);

  @Test
  void theCheapestOverTheHorizonComesFirst() {
    // a: 12 × 10 + 500 = 620; b: 12 × 50 + 0 = 600
    var a = candidate("a", money("10", "500"), Verdict.PASS);
    var b = candidate("b", money("50", "0"), Verdict.PASS);

    List<Ranked> ranked = ORDER.rank(List.of(a, b));

    assertThat(keys(ranked)).containsExactly("b", "a");
    assertThat(ranked.get(0).reasons())
        .containsExactly(
            "every check passes",
            "over 12 months USD 600.00 more than today, once-only costs included");
  }

  @Test
  void whatIsProvenComesBeforeWhatIsCheapAndWhatFailsComesLast() {
    var proven = candidate("proven", money("100", "0"), Verdict.PASS);
    var open = candidate("open", money("1", "0"), Verdict.UNKNOWN);
    var fails = candidate("fails", money("-50", "0"), Verdict.FAIL);

    List<Ranked> ranked = ORDER.rank(List.of(fails, open, proven));

    assertThat(keys(ranked)).containsExactly("proven", "open", "fails");
    assertThat(ranked.get(1).reasons().get(0))
        .isEqualTo("nothing fails; not known: the cost is known");
    assertThat(ranked.get(2).reasons().get(0)).isEqualTo("fails: the cost is known");
    assertThat(ranked.get(2).reasons().get(1)).contains("USD 600.00 less");
  }

  @Test
  void toStopComesAfterWhatFitsAndBeforeWhatFails() {
    var stop = new Candidate("stop", Successor.stop(), List.of(), money("-1000", "0"));
    var dear = candidate("dear", money("1000", "0"), Verdict.UNKNOWN);
    var fails = candidate("fails", money("0", "0"), Verdict.FAIL);

    assertThat(keys(ORDER.rank(List.of(stop, fails, dear))))
        .containsExactly("dear", "stop", "fails");
  }

  @Test
  void anUnknownCostIsNotTakenForACheapOne() {
    var unknown = candidate("unknown", CandidateMoney.unknown("no price"), Verdict.PASS);
    var known = candidate("known", money("900", "0"), Verdict.PASS);

    List<Ranked> ranked = ORDER.rank(List.of(unknown, known));

    assertThat(keys(ranked)).containsExactly("known", "unknown");
    assertThat(ranked.get(1).reasons()).contains("the cost over 12 months is not known: no price");
  }

  @Test
  void everyWayButStopLeadsToAModel() {
    assertThatThrownBy(
            () -> new Successor(Route.RETUNE_ELSEWHERE, Optional.empty(), Placement.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Successor.stop().words()).isEqualTo("stop");
    assertThat(Route.findByLabel("smaller_base")).contains(Route.SMALLER_BASE);
    assertThat(TuningMethod.findByLabel("dpo")).contains(TuningMethod.DPO);
    assertThat(Route.labels()).contains("same_base_elsewhere");
    assertThat(TuningMethod.labels()).isEqualTo("sft, dpo, rft");
  }

  private static List<String> keys(List<Ranked> ranked) {
    return ranked.stream().map(each -> each.candidate().key()).toList();
  }

  private static CandidateMoney money(String monthly, String once) {
    return new CandidateMoney(
        GivenMoney.of(usd(monthly), "entered"),
        GivenMoney.of(usd(once), "entered"),
        CandidateMoney.nothing(Currency.getInstance("USD"), "no work"));
  }

  private static Candidate candidate(String key, CandidateMoney money, Verdict verdict) {
    var successor = Successor.of(Route.RETUNE_ELSEWHERE, Provider.AZURE, "base-" + key);
    var check = new SuccessorCheck(CheckKind.COST_KNOWN, verdict, "because");
    return new Candidate(key, successor, List.of(check), money);
  }
}
