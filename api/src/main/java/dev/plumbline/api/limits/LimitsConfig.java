package dev.plumbline.api.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Limits of request bodies, and of how often and how much anybody may ask. */
@ConfigMapping(prefix = "plumbline.limits")
interface LimitsConfig {

  /** Bytes of a body, where nothing else is said. */
  @WithDefault("1M")
  MemorySize body();

  /** Bytes of a table with many questions, or of a saved page with dates. */
  @WithDefault("16M")
  MemorySize batchBody();

  /** Bytes of an uploaded file with its form around it. */
  @WithDefault("1025M")
  MemorySize uploadBody();

  /** Addresses (and all below them) that take files. */
  @WithDefault("/api/v1/datasets,/api/v1/estimates,/estimate")
  List<String> uploadPaths();

  /** Time in which a body must have arrived. */
  @WithDefault("15S")
  Duration bodyTime();

  /** Time in which an uploaded file must have arrived. */
  @WithDefault("1H")
  Duration uploadTime();

  /** Bytes per second that a sender must reach on average, after three seconds. */
  @WithDefault("1K")
  MemorySize minimumRate();

  /** How often one token or one member may ask. */
  Rate rate();

  /** How much of one organisation is worked on at the same time. */
  Concurrency concurrency();

  /** Instances that share the work; each gives out its part of the rate. */
  @WithDefault("1")
  int replicas();

  /** A store of requests that fills up again. */
  interface Rate {

    /** Requests a minute in the long run. */
    @WithDefault("1200")
    int perMinute();

    /** Requests at once, after a time of rest. */
    @WithDefault("200")
    int burst();
  }

  /** Requests at the same time. */
  interface Concurrency {

    /** Of an organisation while no other asks anything; four for each processor by default. */
    OptionalInt alone();

    /** To divide among organisations while several ask; one for each processor by default. */
    OptionalInt shared();

    /** Of one organisation that wait, at most two seconds. */
    @WithDefault("64")
    int waiting();
  }
}
