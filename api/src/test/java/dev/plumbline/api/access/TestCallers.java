package dev.plumbline.api.access;

import dev.plumbline.api.identity.Role;
import dev.plumbline.api.organisations.Organisation;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Who sends the requests of a test: an administrator's token, unless the test says otherwise or
 * brings an Authorization or a Cookie of its own.
 *
 * <pre>
 *   given().get(…)                            // an administrator's token
 *   TestCallers.as(TestCaller.VIEWER).get(…)  // a viewer's session, CSRF token included
 *   TestCallers.anonymous().get(…)
 * </pre>
 */
public final class TestCallers implements QuarkusTestBeforeEachCallback {

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    List<Filter> others =
        RestAssured.filters().stream().filter(each -> !(each instanceof SentBy)).toList();
    RestAssured.replaceFiltersWith(others);
    RestAssured.filters(new SentBy(TestCaller.ADMIN_TOKEN::headers));
  }

  /** A request of that caller. */
  public static RequestSpecification as(TestCaller caller) {
    return sentBy(caller::headers);
  }

  /** The only administrator of an organisation that nobody else is in. */
  public static Supplier<RequestSpecification> administratorOfANewOrganisation() {
    return new People().signedIn(Role.ADMIN);
  }

  /** An organisation of its own, and whoever is asked for in it. */
  public static final class People {

    private final TestRows rows = TestRows.ofANewOrganisation();

    public Organisation organisation() {
      return rows.organisation();
    }

    /** A new member of that role, with a session. */
    public Supplier<RequestSpecification> signedIn(Role role) {
      Map<String, String> headers = rows.session(role);
      return () -> sentBy(() -> headers);
    }
  }

  private static RequestSpecification sentBy(Supplier<Map<String, String>> headers) {
    return RestAssured.given().noFiltersOfType(SentBy.class).filter(new SentBy(headers));
  }

  public static RequestSpecification anonymous() {
    return as(TestCaller.ANONYMOUS);
  }

  private record SentBy(Supplier<Map<String, String>> headers) implements Filter {

    @Override
    public Response filter(
        FilterableRequestSpecification request,
        FilterableResponseSpecification response,
        FilterContext chain) {
      if (!request.getHeaders().hasHeaderWithName("Authorization")
          && !request.getHeaders().hasHeaderWithName("Cookie")
          && request.getCookies().size() == 0) {
        headers.get().forEach(request::header);
      }
      return chain.next(request, response);
    }
  }
}
