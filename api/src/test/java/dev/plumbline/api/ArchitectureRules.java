package dev.plumbline.api;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.plumbline.api.cli.Main;
import dev.plumbline.api.cli.ServeCommand;
import io.quarkus.runtime.Quarkus;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URL;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;

/**
 * What Maven cannot see. Package patterns begin with {@code dev.plumbline..}, so that the offenders
 * in {@code dev.plumbline.api.broken} fall under the same rules as the product.
 */
final class ArchitectureRules {

  static final String[] PLAIN_MODULES = {
    "dev.plumbline..core..", "dev.plumbline..pricing..", "dev.plumbline..lifecycle.."
  };

  /** Where amounts are added and multiplied; statistics and root finding are elsewhere. */
  static final String[] MONEY_PACKAGES = {
    "dev.plumbline..core.money..",
    "dev.plumbline..pricing.catalogue..",
    "dev.plumbline..pricing.cost..",
    "dev.plumbline..pricing.hosting..",
    "dev.plumbline..pricing.override..",
    "dev.plumbline..pricing.training..",
    "dev.plumbline..pricing.usage.."
  };

  static final String[] PROCESS_PACKAGES = {
    "dev.plumbline.api.cli..", "dev.plumbline.api.database.."
  };

  static final ArchRule NO_CYCLES =
      SlicesRuleDefinition.slices().assignedFrom(byPackage()).should().beFreeOfCycles();

  static final ArchRule ENTITIES_STAY_INSIDE =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .or()
          .areAnnotatedWith(Embeddable.class)
          .or()
          .areAnnotatedWith(MappedSuperclass.class)
          .should()
          .bePackagePrivate()
          .because("a table's row leaves its package only as a value of the domain");

  static final ArchRule ONE_CLOCK =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.plumbline.api.time.ClockProducer")
          .and()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .accessTargetWhere(describe("asks for the time", ArchitectureRules::asksForTheTime))
          .because("tests decide what time it is");

  static final ArchRule ONE_BOOT =
      noClasses()
          .that()
          .doNotBelongToAnyOf(ServeCommand.class)
          .should()
          .accessTargetWhere(
              describe("boots Quarkus", access -> calls(access, Quarkus.class, Set.of("run"))))
          .because("an offline command answers at once");

  /** What it costs to leave a model needs its dates and its prices. */
  static final String WHERE_DOMAINS_MEET = "dev.plumbline.api.exitplans";

  static final ArchRule NOBODY_KNOWS_BOTH_DOMAINS =
      classes()
          .should(knowAtMostOneDomain())
          .because("both meet in api.exitplans only; others get a date from ShutdownDates");

  static final ArchRule NO_DOUBLE_NEAR_MONEY =
      CompositeArchRule.of(
              noFields()
                  .that()
                  .areDeclaredInClassesThat()
                  .resideInAnyPackage(MONEY_PACKAGES)
                  .should()
                  .haveRawType(isFloatingPoint()))
          .and(
              noCodeUnits()
                  .that()
                  .areDeclaredInClassesThat()
                  .resideInAnyPackage(MONEY_PACKAGES)
                  .should()
                  .haveRawParameterTypes(containFloatingPoint()))
          .because("money is exact");

  static final ArchRule NO_CHANCE_IN_DOMAINS =
      noClasses()
          .that()
          .resideInAnyPackage(PLAIN_MODULES)
          .should()
          .accessTargetWhere(describe("throws dice", ArchitectureRules::throwsDice))
          .because("a seed is a parameter, so that a result can be recomputed");

  static final ArchRule SYSTEM_IS_FAR =
      noClasses()
          .that()
          .resideOutsideOfPackages(PROCESS_PACKAGES)
          .should()
          .accessTargetWhere(
              describe("uses the process's surroundings", ArchitectureRules::usesSurroundings))
          .because("data, messages, exit codes and settings have one place each");

  static final ArchRule PROCESSES_START_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackages(PROCESS_PACKAGES)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(ProcessBuilder.class)
          .because("a program is started by whoever also stops it");

  static final ArchRule ONE_VAULT =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.plumbline.api.secrets")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Cipher.class)
          .because("who else encrypts has keys and nonces that nobody rotates and nobody tests");

  /** The one connects to a server of ours, the other checks the addresses that others give us. */
  static final String[] CLIENT_PACKAGES = {
    "dev.plumbline.api.remote..", "dev.plumbline.api.outbound.."
  };

  static final ArchRule CONNECTIONS_OPEN_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLIENT_PACKAGES)
          .should()
          .dependOnClassesThat(describe("open connections", ArchitectureRules::opensConnections))
          .orShould()
          .accessTargetWhere(
              describe(
                  "opens a URL",
                  access -> calls(access, URL.class, Set.of("openConnection", "openStream"))))
          .because("time, length and address of what is fetched are bounded in one place");

  static final String OPENAI_PACKAGE = "dev.plumbline.api.providers.openai..";

  static final ArchRule ONE_PLACE_KNOWS_OPENAI =
      noClasses()
          .that()
          .resideOutsideOfPackage(OPENAI_PACKAGE)
          .should()
          .dependOnClassesThat(
              describe(
                  "of OpenAI's client", type -> type.getPackageName().startsWith("com.openai")))
          .because("a provider is a port, and a client's next version changes one package");

  /** Each rule with the package of its offender. */
  static final Map<String, ArchRule> BY_OFFENDER =
      Map.ofEntries(
          entry("cycle", NO_CYCLES),
          entry("entity", ENTITIES_STAY_INSIDE),
          entry("clock", ONE_CLOCK),
          entry("boot", ONE_BOOT),
          entry("domains", NOBODY_KNOWS_BOTH_DOMAINS),
          entry("pricing.cost", NO_DOUBLE_NEAR_MONEY),
          entry("pricing.chance", NO_CHANCE_IN_DOMAINS),
          entry("system", SYSTEM_IS_FAR),
          entry("process", PROCESSES_START_IN_ONE_PLACE),
          entry("cipher", ONE_VAULT),
          entry("client", CONNECTIONS_OPEN_IN_ONE_PLACE),
          entry("openai", ONE_PLACE_KNOWS_OPENAI));

  private ArchitectureRules() {}

  private static SliceAssignment byPackage() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getPackageName());
      }

      @Override
      public String getDescription() {
        return "packages";
      }
    };
  }

  private static boolean asksForTheTime(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    String name = target.getName();
    return (owner.startsWith("java.time.") && name.equals("now") && !isGivenAClock(target))
        || (owner.equals(Clock.class.getName())
            && (name.startsWith("system") || name.startsWith("tick")))
        || calls(access, System.class, Set.of("currentTimeMillis"))
        || calls(access, Date.class, Set.of("<init>"));
  }

  private static boolean isGivenAClock(AccessTarget target) {
    return target instanceof AccessTarget.CodeUnitCallTarget call
        && call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean throwsDice(JavaAccess<?> access) {
    return calls(access, UUID.class, Set.of("randomUUID"))
        || calls(access, Math.class, Set.of("random"))
        || calls(access, SecureRandom.class, Set.of("<init>"))
        || (calls(access, Random.class, Set.of("<init>"))
            && access.getTarget() instanceof AccessTarget.CodeUnitCallTarget call
            && call.getRawParameterTypes().isEmpty());
  }

  private static boolean usesSurroundings(JavaAccess<?> access) {
    return calls(
            access,
            System.class,
            Set.of("out", "err", "in", "exit", "getenv", "getProperty", "setProperty", "console"))
        || calls(access, Runtime.class, Set.of("exit", "halt", "exec"));
  }

  private static boolean opensConnections(JavaClass type) {
    return Set.of("java.net.http", "io.vertx.ext.web.client", "org.apache.http")
            .contains(type.getPackageName())
        || type.getPackageName().startsWith("okhttp3")
        || type.getPackageName().startsWith("org.apache.hc.")
        || type.isEquivalentTo(HttpURLConnection.class)
        || type.isEquivalentTo(io.vertx.core.http.HttpClient.class)
        || type.isEquivalentTo(Socket.class);
  }

  private static boolean calls(JavaAccess<?> access, Class<?> owner, Set<String> names) {
    return access.getTarget().getOwner().isEquivalentTo(owner)
        && names.contains(access.getTarget().getName());
  }

  private static DescribedPredicate<JavaClass> isFloatingPoint() {
    return describe(
        "double or float",
        type ->
            Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getName()));
  }

  private static DescribedPredicate<java.util.List<JavaClass>> containFloatingPoint() {
    return describe("with a double or float", types -> types.stream().anyMatch(isFloatingPoint()));
  }

  private static ArchCondition<JavaClass> knowAtMostOneDomain() {
    return new ArchCondition<>("know at most one domain") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean both =
            knows(type, "pricing")
                && knows(type, "lifecycle")
                && !type.getPackageName().equals(WHERE_DOMAINS_MEET);
        events.add(new SimpleConditionEvent(type, !both, type.getName() + " knows both domains"));
      }
    };
  }

  private static boolean knows(JavaClass type, String domain) {
    String root = "dev.plumbline." + domain + ".";
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> dependency.getTargetClass().getPackageName().startsWith(root));
  }
}
