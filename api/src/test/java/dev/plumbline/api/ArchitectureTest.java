package dev.plumbline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of {@link ArchitectureRules}, each kept by the product and each seen failing. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.plumbline");

  static Stream<String> offenders() {
    return ArchitectureRules.BY_OFFENDER.keySet().stream().sorted();
  }

  static Stream<String> packagesInRules() {
    return Stream.of(
            ArchitectureRules.PLAIN_MODULES,
            ArchitectureRules.MONEY_PACKAGES,
            ArchitectureRules.PROCESS_PACKAGES,
            ArchitectureRules.CLIENT_PACKAGES)
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("offenders")
  void theProductKeepsTheRule(String offender) {
    ArchitectureRules.BY_OFFENDER.get(offender).check(PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("offenders")
  void theRuleNoticesItsOffender(String offender) {
    JavaClasses broken =
        new ClassFileImporter().importPackages("dev.plumbline.api.broken." + offender);

    EvaluationResult result = ArchitectureRules.BY_OFFENDER.get(offender).evaluate(broken);

    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().toString())
        .contains("dev.plumbline.api.broken." + offender);
  }

  @ParameterizedTest
  @MethodSource("packagesInRules")
  void noRuleIsAboutAPackageThatDoesNotExist(String pattern) {
    PackageMatcher matcher = PackageMatcher.of(pattern);

    assertThat(PRODUCT.stream().filter(type -> matcher.matches(type.getPackageName())))
        .isNotEmpty();
  }
}
