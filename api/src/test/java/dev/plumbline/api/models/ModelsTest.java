package dev.plumbline.api.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.database.SomeOrganisation;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.models.ModelRegistration.Outcome;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Checkpoint;
import dev.plumbline.lifecycle.registry.Consumer;
import dev.plumbline.lifecycle.registry.Criticality;
import dev.plumbline.lifecycle.registry.Custody;
import dev.plumbline.lifecycle.registry.Dataset;
import dev.plumbline.lifecycle.registry.DatasetVerdict;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.ModelFacts;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.ModelState;
import dev.plumbline.lifecycle.registry.Origin;
import dev.plumbline.lifecycle.registry.Pin;
import dev.plumbline.lifecycle.registry.StateChange;
import dev.plumbline.lifecycle.registry.StateKind;
import dev.plumbline.lifecycle.registry.TrainingCost;
import dev.plumbline.lifecycle.registry.TrainingRun;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The registry as other features use it. */
@QuarkusTest
class ModelsTest {

  private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
  private static final String BASE = "gpt-4o-2024-08-06";
  private static final ModelKey TUNED = key("ft:gpt-4o-2024-08-06:acme::a1");

  @Inject Models models;
  @Inject Consumers consumers;
  @Inject Pins pins;
  @Inject Deployments deployments;
  @Inject ModelsInUse inUse;
  @Inject Evidence evidence;

  @Test
  void aModelIsKeptWithEverythingThatIsKnownAboutIt() throws SQLException {
    Organisation ours = SomeOrganisation.added();

    ModelRegistration added = register(ours, everything());

    assertThat(added.outcome()).isEqualTo(Outcome.ADDED);
    assertThat(models.find(ours, TUNED).orElseThrow().facts()).isEqualTo(everything());
    assertThat(models.get(ours, added.model().id())).isEqualTo(added.model());
    assertThat(models.all(SomeOrganisation.added())).isEmpty();
  }

  @Test
  void registeringTheSameTwiceChangesNothing() throws SQLException {
    Organisation ours = SomeOrganisation.added();
    register(ours, everything());

    assertThat(register(ours, everything()).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(register(ours, ModelFacts.named(TUNED)).model().facts()).isEqualTo(everything());
    assertThat(models.all(ours)).hasSize(1);
  }

  @Test
  void aJobGetsTheNameOfItsModelAtItsEnd() throws SQLException {
    Organisation ours = SomeOrganisation.added();
    TrainingRun run = TrainingRun.ofJob("ftjob-1");
    ModelRegistration running =
        models.register(
            ours,
            Actor.SYSTEM,
            ModelFacts.named(key("ftjob-1")).madeBy(run),
            new ModelState.Training(THEN));

    ModelRegistration ended = register(ours, ModelFacts.named(TUNED).madeBy(run));

    assertThat(ended.model().id()).isEqualTo(running.model().id());
    assertThat(ended.model().key()).isEqualTo(TUNED);
    assertThat(ended.model().state()).isEqualTo(new ModelState.Ready(THEN));
  }

  @Test
  void aModelCannotComeFromItself() throws SQLException {
    Organisation ours = SomeOrganisation.added();
    register(ours, ModelFacts.named(key("b")).from(parent("c")));
    register(ours, ModelFacts.named(key("a")).from(parent("b")));

    assertThatThrownBy(() -> register(ours, ModelFacts.named(key("c")).from(parent("a"))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem().detail())
                    .isEqualTo("a model cannot come from itself: c from a from b from c"));
    assertThat(models.lineage(ours).ancestorsOf(key("a"))).containsExactly(key("b"), key("c"));
  }

  @Test
  void aStateThatCannotFollowIsRefused() throws SQLException {
    Organisation ours = SomeOrganisation.added();
    var id = register(ours, everything()).model().id();
    ModelMove retire =
        new ModelMove(StateKind.RETIRING, StateChange.at(THEN).by(LocalDate.parse("2027-01-01")));

    assertThatThrownBy(() -> models.move(ours, Actor.SYSTEM, id, retire))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().code().status()).isEqualTo(409));
    models.move(ours, Actor.SYSTEM, id, new ModelMove(StateKind.SERVING, StateChange.at(THEN)));
    assertThat(models.move(ours, Actor.SYSTEM, id, retire).state())
        .isEqualTo(new ModelState.Retiring(THEN, LocalDate.parse("2027-01-01")));
  }

  @Test
  void whatConsumersAndDeploymentsCallIsInUse() throws SQLException {
    Organisation ours = SomeOrganisation.added();
    register(ours, everything());
    RegisteredConsumer chat = consumers.add(ours, Actor.SYSTEM, consumer("chat"));
    PinPlace place = new PinPlace(chat.id(), ConsumerPin.DEFAULT_SLOT);
    pins.move(ours, Actor.SYSTEM, place, Optional.of(TUNED));
    pins.move(ours, Actor.SYSTEM, place, Optional.of(key(BASE)));
    deployments.register(ours, Actor.SYSTEM, deployment("gpt-4o-2024-08-06"));

    assertThat(inUse.of(ours))
        .extracting(each -> each.key() + " " + each.consumers() + " " + each.contacts())
        .containsExactly(
            "azure/gpt-4o-2024-08-06 0 []",
            "openai/ft:gpt-4o-2024-08-06:acme::a1 0 [ada@example.com]",
            "openai/gpt-4o-2024-08-06 1 [chat@example.com]");
    assertThat(pins.history(ours, chat.id(), place.slot()).previous().map(Pin::target))
        .contains(TUNED);
    pins.move(ours, Actor.SYSTEM, place, Optional.empty());
    assertThat(pins.current(ours)).isEmpty();
  }

  @Test
  void aDeploymentRemembersWhatAnsweredBefore() throws SQLException {
    Organisation ours = SomeOrganisation.added();
    deployments.register(ours, Actor.SYSTEM, deployment("gpt-4o-2024-08-06"));
    RegisteredDeployment moved =
        deployments.register(ours, Actor.SYSTEM, deployment("gpt-4o-2024-11-20"));

    assertThat(moved.models().previous().map(pin -> pin.target().model()))
        .contains("gpt-4o-2024-08-06");
    assertThat(deployments.register(ours, Actor.SYSTEM, deployment("gpt-4o-2024-11-20")))
        .isEqualTo(moved);
    assertThat(deployments.remove(ours, Actor.SYSTEM, moved.id()).removedAt()).isPresent();
    assertThat(inUse.of(ours)).isEmpty();
  }

  @Test
  void evidenceIsKeptBesideWhatItIsAbout() throws SQLException {
    Organisation ours = SomeOrganisation.added();
    var proof = new NewEvidence(TUNED, EvidenceKind.SERVABLE, THEN, "request req_1");
    evidence.add(ours, Actor.SYSTEM, proof);

    assertThat(evidence.of(ours, TUNED).get(0).reference()).isEqualTo("request req_1");
    assertThat(evidence.newest(ours)).isEqualTo(Map.of(EvidenceKind.SERVABLE, Map.of(TUNED, THEN)));
  }

  private ModelRegistration register(Organisation organisation, ModelFacts facts) {
    return models.register(organisation, Actor.SYSTEM, facts, new ModelState.Ready(THEN));
  }

  private static ModelKey key(String model) {
    return new ModelKey(Provider.OPENAI, model);
  }

  private static Origin parent(String model) {
    return new Origin(Optional.of(BASE), Optional.of(model));
  }

  private static ModelFacts everything() {
    return ModelFacts.named(TUNED)
        .from(Origin.ofBase(BASE))
        .madeBy(
            new TrainingRun(
                Optional.of("ftjob-a1"),
                Optional.of("supervised"),
                Optional.of(42L),
                Map.of("n_epochs", "3"),
                Optional.of(100_000L),
                Optional.of(THEN),
                new Dataset(
                    List.of("file-1", "file-2"),
                    Optional.of("sha256:00"),
                    Optional.of(DatasetVerdict.CLEAN)),
                new TrainingCost(
                    Optional.of(Money.usd("2.5")), Optional.of(Money.usd("2.500000001")))))
        .ownedBy(
            new Custody(
                Optional.of("Ada"),
                Optional.of("ada@example.com"),
                Optional.of(Environment.PRODUCTION)))
        .withCheckpoints(
            List.of(
                new Checkpoint(
                    TUNED.model() + ":ckpt-step-88",
                    88,
                    Optional.of("ftckpt_1"),
                    Map.of("train_loss", "0.1"))))
        .measuring(Map.of("valid_loss", "0.2"));
  }

  private static Consumer consumer(String name) {
    return new Consumer(
        name, "Chat team", name + "@example.com", Criticality.HIGH, Environment.PRODUCTION);
  }

  private static Deployment deployment(String model) {
    return new Deployment(
        Provider.AZURE,
        "acme-eu",
        "chat",
        model,
        Optional.of("swedencentral"),
        Optional.empty(),
        Optional.of("GlobalStandard"),
        Optional.empty(),
        Optional.empty());
  }
}
