package dev.plumbline.lifecycle.drift.comparison;

import dev.plumbline.lifecycle.drift.responses.Response;
import java.util.List;

/** A test by name, made of two files of responses. */
public enum Method {
  /** Kernel test: several answers to each prompt. */
  MMD {
    @Override
    Comparison of(TwoFiles files, MethodSettings settings) {
      List<PromptSamples> samples = files.samples();
      return settings.length().isPresent()
          ? new KernelTest(samples, settings.length().getAsInt(), settings.permutations())
          : KernelTest.of(samples, settings.permutations());
    }
  },
  /** First-token log-probabilities of one prompt. */
  LOGPROB {
    @Override
    Comparison of(TwoFiles files, MethodSettings settings) {
      return new LogProbabilityTest(
          TwoFiles.logProbabilities(files.reference()),
          TwoFiles.logProbabilities(files.now()),
          settings.permutations());
    }
  },
  /** Passes and failures of the same prompts. */
  MCNEMAR {
    @Override
    Comparison of(TwoFiles files, MethodSettings settings) {
      return files.pairedPasses();
    }
  },
  /** Values of the same prompts. */
  WILCOXON {
    @Override
    Comparison of(TwoFiles files, MethodSettings settings) {
      return new SignedRankTest(files.pairedValues(settings.measure()));
    }
  },
  /** Pass rates, whatever the prompts. */
  FISHER {
    @Override
    Comparison of(TwoFiles files, MethodSettings settings) {
      return new FisherTest(TwoFiles.rate(files.reference()), TwoFiles.rate(files.now()));
    }
  },
  /** Pass rates of many calls. */
  TWO_PROPORTION {
    @Override
    Comparison of(TwoFiles files, MethodSettings settings) {
      return new TwoProportionTest(TwoFiles.rate(files.reference()), TwoFiles.rate(files.now()));
    }
  };

  abstract Comparison of(TwoFiles files, MethodSettings settings);

  /**
   * The test of two files.
   *
   * @throws IllegalArgumentException when the files do not hold what the method needs, naming line
   *     and field
   */
  public Comparison of(List<Response> reference, List<Response> now, MethodSettings settings) {
    return of(new TwoFiles(reference, now), settings);
  }
}
