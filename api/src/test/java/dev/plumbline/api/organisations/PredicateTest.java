package dev.plumbline.api.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.database.SomeOrganisation;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The middle layer alone: row-level security lets everything through, nobody asks for permissions,
 * and every method of every repository is called for one organisation with the ids of another.
 */
@QuarkusTest
class PredicateTest {

  @Inject BeanManager beans;

  @Test
  void everyRepositoryKeepsToTheOrganisationThatItIsCalledFor() throws Exception {
    Organisation ours = SomeOrganisation.added();
    Organisation theirs = RowsOfAll.added();
    Map<String, String> before = contents(theirs);
    List<String> called = new ArrayList<>();

    try (OpenPolicies open = new OpenPolicies()) {
      for (Bean<?> repository : repositories()) {
        for (Method method : repository.getBeanClass().getDeclaredMethods()) {
          Optional<Object[]> arguments = arguments(method, ours, theirs);
          if (arguments.isPresent()) {
            String name = repository.getBeanClass().getSimpleName() + "." + method.getName();
            Object answer = answer(repository, method, arguments.get());
            assertThat(isNothing(answer)).as(name + " answers " + answer).isTrue();
            called.add(name);
          }
        }
      }
    }

    assertThat(contents(theirs)).isEqualTo(before);
    assertThat(called)
        .contains(
            "MemberRepository.find",
            "MemberRepository.ofTeam",
            "TeamRepository.delete",
            "TeamRepository.takeOut",
            "ProjectRepository.find",
            "ProjectRoleRepository.delete",
            "OverrideRepository.find",
            "OverrideRepository.end",
            "StoredGrants.of");
  }

  private List<Bean<?>> repositories() {
    List<Bean<?>> found = new ArrayList<>();
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      String name = bean.getBeanClass().getName();
      if (name.startsWith("dev.plumbline.")
          && (name.endsWith("Repository") || name.endsWith(".StoredGrants"))) {
        found.add(bean);
      }
    }
    return found;
  }

  /** Empty for a method that takes something else than an organisation and what names a row. */
  private static Optional<Object[]> arguments(
      Method method, Organisation ours, Organisation theirs) {
    Class<?>[] types = method.getParameterTypes();
    if (Modifier.isPrivate(method.getModifiers())
        || Modifier.isStatic(method.getModifiers())
        || types.length == 0
        || types[0] != Organisation.class) {
      return Optional.empty();
    }
    Object[] arguments = Arrays.stream(types).map(type -> argument(type, ours, theirs)).toArray();
    return Arrays.asList(arguments).contains(null) ? Optional.empty() : Optional.of(arguments);
  }

  /** In an organisation with a row everywhere, all ids are the same. */
  private static Object argument(Class<?> type, Organisation ours, Organisation theirs) {
    if (type == Organisation.class) {
      return ours;
    }
    if (type == UUID.class) {
      return theirs.id();
    }
    if (type == Collection.class) {
      return List.of(theirs.id());
    }
    if (type == LocalDate.class) {
      return LocalDate.parse("2026-11-21");
    }
    return switch (type.getSimpleName()) {
      case "Slice" -> made(type, 500, Optional.empty());
      case "Pages" -> made(type, 0, 500);
      default -> null;
    };
  }

  private static Object made(Class<?> type, Object... values) {
    try {
      var constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A write that a foreign key refuses has found nothing either. */
  private Object answer(Bean<?> repository, Method method, Object[] arguments) throws Exception {
    Object instance =
        ClientProxy.unwrap(
            beans.getReference(
                repository, repository.getBeanClass(), beans.createCreationalContext(repository)));
    method.setAccessible(true);
    try {
      return QuarkusTransaction.requiringNew()
          .call(() -> Optional.ofNullable(method.invoke(instance, arguments)));
    } catch (RuntimeException e) {
      if (e.getCause() instanceof InvocationTargetException refused
          && String.valueOf(refused.getCause()).contains("violates foreign key constraint")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean isNothing(Object answer) {
    Object value = answer instanceof Optional<?> given ? given.orElse(null) : answer;
    if (value instanceof Optional<?> inner) {
      return inner.isEmpty();
    }
    if (value instanceof Map<?, ?> some) {
      return some.isEmpty();
    }
    if (value instanceof Collection<?> some) {
      return some.isEmpty();
    }
    if (value instanceof Number number) {
      return number.longValue() == 0;
    }
    String text = String.valueOf(value);
    return value == null
        || value.equals(false)
        || text.startsWith("Listed[entries=[]")
        || text.startsWith("0 0") // how many, and how many ended
        || value.getClass().getSimpleName().equals("OrganisationEntity")
        || value.getClass().getSimpleName().equals("PriceOverrides");
  }

  private static Map<String, String> contents(Organisation organisation) throws SQLException {
    Map<String, String> contents = new TreeMap<>();
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      for (String table : RowsOfAll.tables()) {
        String sql =
            "select json_agg(x)::text from %s x where %s = '%s'"
                .formatted(table, RowsOfAll.owner(table), organisation.id());
        try (ResultSet rows = statement.executeQuery(sql)) {
          rows.next();
          contents.put(table, String.valueOf(rows.getString(1)));
        }
      }
    }
    return contents;
  }
}
