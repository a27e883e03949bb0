package dev.plumbline.api.probes;

import dev.plumbline.api.costs.CallCosts;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.api.providers.Pause;
import dev.plumbline.api.providers.ProbeEndpoints;
import dev.plumbline.api.syncs.AccountAccess;
import dev.plumbline.api.time.Ticker;
import dev.plumbline.lifecycle.probe.EndpointLimits;
import dev.plumbline.lifecycle.probe.ProbeReply;
import dev.plumbline.lifecycle.probe.ProbeSuite;
import dev.plumbline.lifecycle.probe.plan.Arm;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Makes the calls of a run. Each call is written down before it is made and after it came back; a
 * run that was killed goes on with the calls that were not begun, and a call without an end is
 * noted as unknown and not made again.
 */
@ApplicationScoped
public class Prober {

  /** Later than that, answers would stand for another time than they were asked in. */
  private static final Duration LATEST = Duration.ofDays(1);

  private final ProbeRuns runs;
  private final TargetRepository targets;
  private final Suites suites;
  private final AccountAccess accounts;
  private final ProbeEndpoints endpoints;
  private final CurrentPrices prices;
  private final BilledArms billed;
  private final Clock clock;
  private final Ticker ticker;
  private final Pause pause;

  @Inject
  Prober(
      ProbeRuns runs,
      TargetRepository targets,
      Suites suites,
      AccountAccess accounts,
      ProbeEndpoints endpoints,
      CurrentPrices prices,
      BilledArms billed,
      Clock clock,
      Ticker ticker) {
    this(
        runs,
        targets,
        suites,
        accounts,
        endpoints,
        prices,
        billed,
        clock,
        ticker,
        Pause.ofThread());
  }

  Prober(
      ProbeRuns runs,
      TargetRepository targets,
      Suites suites,
      AccountAccess accounts,
      ProbeEndpoints endpoints,
      CurrentPrices prices,
      BilledArms billed,
      Clock clock,
      Ticker ticker,
      Pause pause) {
    this.runs = runs;
    this.targets = targets;
    this.suites = suites;
    this.accounts = accounts;
    this.endpoints = endpoints;
    this.prices = prices;
    this.billed = billed;
    this.clock = clock;
    this.ticker = ticker;
    this.pause = pause;
  }

  /** Makes what is left of a run; false when another instance is at it. */
  public boolean carryOut(Organisation organisation, Target target, ProbeRun run) {
    UUID holder = UUID.randomUUID();
    if (!runs.claim(organisation, run.id(), holder, clock.instant())) {
      return false;
    }
    Session session = new Session(organisation, target, run, holder);
    try {
      session.begin();
      session.askAll();
      session.end();
      return true;
    } catch (RuntimeException e) {
      runs.release(organisation, run.id(), holder);
      throw e;
    }
  }

  /** One claim of one run. */
  private final class Session {

    private final Organisation organisation;
    private final Target target;
    private final ProbeRun run;
    private final UUID holder;
    private final List<Call> calls;
    private final CallCosts costs;
    private final Function<Arm, String> models;
    private final Pacer pacer;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final Map<Target.TargetArm, EndpointLimits> learned = new ConcurrentHashMap<>();
    private List<Call> left = List.of();

    Session(Organisation organisation, Target target, ProbeRun run, UUID holder) {
      this.organisation = organisation;
      this.target = target;
      this.run = run;
      this.holder = holder;
      Optional<ProbeSuite> suite = run.suite().map(id -> suites.suite(organisation, id));
      this.calls = Call.of(target, run, suite);
      this.costs = CallCosts.of(prices, organisation);
      this.models = billed.of(organisation, target.arms());
      this.pacer = new Pacer(clock, pause, target.pace().callsPerMinute());
    }

    /** Settles what an earlier claim has left. */
    void begin() {
      Set<Integer> begun = runs.begun(organisation, run.id());
      Set<Integer> ended = runs.ended(organisation, run.id());
      left = new ArrayList<>();
      for (Call call : calls) {
        if (!begun.contains(call.number())) {
          left.add(call);
        } else if (!ended.contains(call.number())) {
          runs.observe(organisation, target, run.id(), Result.unknown(call, clock.instant()));
        }
      }
      if (clock.instant().isAfter(run.dueAt().plus(LATEST))) {
        left = List.of();
      }
    }

    void askAll() {
      List<Future<?>> asked = new ArrayList<>();
      ExecutorService workers = workers();
      try {
        left.forEach(call -> asked.add(workers.submit(() -> ask(call))));
        for (Future<?> each : asked) {
          each.get();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("a run was interrupted; it goes on later", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a call could not be kept", e.getCause());
      } finally {
        lost.set(true); // those that wait do not begin
        workers.shutdownNow();
      }
    }

    private ExecutorService workers() {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return Executors.newFixedThreadPool(
          target.pace().concurrency(),
          work -> {
            Thread thread = new Thread(work, "plumbline-probe");
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
          });
    }

    private void ask(Call call) {
      if (lost.get()) {
        return;
      }
      pacer.await();
      Instant begin = clock.instant();
      if (lost.get() || !runs.intend(organisation, run.id(), holder, call.number(), begin)) {
        return;
      }
      Duration start = ticker.now();
      ProbeReply reply = reply(call);
      long millis = ticker.now().minus(start).toMillis();
      Result result = new Result(call, begin, millis, reply, cost(call, begin, reply), false);
      runs.observe(organisation, target, run.id(), result);
      result
          .answered()
          .map(answered -> answered.serving().limits())
          .filter(limits -> !limits.equals(limits(call.arm())))
          .ifPresent(
              limits -> {
                learned.put(call.arm(), limits);
                targets.remember(organisation, call.arm(), limits.leastOutput());
              });
    }

    private ProbeReply reply(Call call) {
      try {
        return accounts.with(
            organisation,
            call.arm().account(),
            access ->
                endpoints
                    .open(access, call.arm().arm().model())
                    .ask(call.probe(), limits(call.arm())),
            why -> new ProbeReply.NotMeasured(why, false));
      } catch (RuntimeException e) {
        Log.errorf(e, "a call of run %s failed", run.id());
        return new ProbeReply.NotMeasured("the server failed; its log has the cause", true);
      }
    }

    /** As known when the run was begun, and what an earlier call of the run was refused. */
    private EndpointLimits limits(Target.TargetArm arm) {
      return learned.getOrDefault(arm, arm.limits());
    }

    private Optional<CallCosts.CallCost> cost(Call call, Instant at, ProbeReply reply) {
      if (!(reply instanceof ProbeReply.Answered answered)) {
        return Optional.empty();
      }
      Arm arm = call.arm().arm();
      return answered
          .tokens()
          .map(
              used ->
                  costs.of(
                      arm.provider(),
                      models.apply(arm),
                      at,
                      used.input(),
                      used.cachedInput(),
                      used.output()));
    }

    void end() {
      RunEnd end = RunEnd.of(runs.outcomes(organisation, run.id()), target, calls.size());
      runs.finish(organisation, run.id(), holder, end.finished(clock.instant()));
    }
  }
}
