package dev.plumbline.api.canary;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Learns the secrets of every request of a test, and looks for all known ones in its answer: status
 * line, headers and body. Where a secret is shown once is listed here, and nowhere else.
 */
public final class AnswerWatch implements Filter {

  private static final String TOKEN = "TOKEN_SECRET";
  private static final String SESSION = "SESSION_ID";
  private static final String CODE = "ONE_TIME_CODE";

  private static final Pattern IN_JSON =
      Pattern.compile("\"(secret|password|new_password|code)\"\\s*:\\s*\"([^\"\\\\]+)\"");
  private static final Pattern TOKEN_FORM =
      Pattern.compile("plb_live_[0-9A-Za-z]{8,32}_([0-9A-Za-z]{40,})");
  private static final Pattern SESSION_COOKIE =
      Pattern.compile("__Host-plumbline-session=([^;\\s]+)");
  private static final Pattern LINK = Pattern.compile("/sign-in/code\\?code=([0-9A-Za-z_.~-]+)");

  /** An answer that shows a secret, once. */
  private record Exception(String method, Pattern path, String kind) {}

  private static final List<Exception> SHOWN_ONCE =
      List.of(
          new Exception("POST", Pattern.compile("/api/v1/tokens"), TOKEN),
          new Exception("POST", Pattern.compile("/settings/tokens"), TOKEN),
          new Exception("POST", Pattern.compile("/api/v1/members(/[^/]+/[^/]+)?"), CODE),
          new Exception("POST", Pattern.compile("/api/v1/organisations"), CODE),
          new Exception("POST", Pattern.compile("/settings/members(/[^/]+/[^/]+)?"), CODE),
          // The page with the button carries the code that its visitor has come with.
          new Exception("GET", Pattern.compile("/sign-in/code"), CODE));

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext chain) {
    Response answer = chain.next(request, expected);
    learn(request); // only now, when other filters have said who sends it
    String where = request.getMethod() + " " + request.getURI();
    String path = java.net.URI.create(request.getURI()).getPath();
    Set<String> allowed =
        SHOWN_ONCE.stream()
            .filter(each -> each.method().equals(request.getMethod()))
            .filter(each -> each.path().matcher(path).matches())
            .map(Exception::kind)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    check(where, answer, allowed);
    return answer;
  }

  private static void check(String where, Response answer, Set<String> allowed) {
    String body = new String(answer.asByteArray(), StandardCharsets.UTF_8);
    String headers = answer.getHeaders().toString();
    Leaks.look("the answer to " + where, answer.getStatusLine() + body, allowed);
    Leaks.look("the headers of " + where, withoutSession(headers), allowed);
    if (!allowed.contains(TOKEN) && TOKEN_FORM.matcher(body).find()) {
      throw new AssertionError("a token in the answer to " + where);
    }
    if (!allowed.contains(CODE) && LINK.matcher(body).find()) {
      throw new AssertionError("a sign-in link in the answer to " + where);
    }
    learnAll(TOKEN, TOKEN_FORM.matcher(body), 1);
    learnAll(CODE, LINK.matcher(body), 1);
    learnAll(SESSION, SESSION_COOKIE.matcher(headers), 1);
  }

  /** The cookie itself travels in its own header, on every sign-in. */
  private static String withoutSession(String headers) {
    return headers.replaceAll("(?i)set-cookie=[^\\n]*", "");
  }

  private static void learn(FilterableRequestSpecification request) {
    request
        .getHeaders()
        .forEach(
            header -> {
              learnAll(TOKEN, TOKEN_FORM.matcher(header.getValue()), 1);
              learnAll(SESSION, SESSION_COOKIE.matcher(header.getValue()), 1);
            });
    request.getCookies().asList().stream()
        .filter(cookie -> cookie.getName().contains("session"))
        .forEach(cookie -> Leaks.learn(SESSION, cookie.getValue()));
    request
        .getFormParams()
        .forEach(
            (name, value) -> {
              if (name.matches("password|secret|new_password")) {
                Leaks.learn("PASSWORD", String.valueOf((Object) value));
              }
            });
    if (request.getBody() instanceof String body) {
      learnAll("SENT_SECRET", IN_JSON.matcher(body), 2);
    }
  }

  private static void learnAll(String kind, Matcher found, int group) {
    while (found.find()) {
      Leaks.learn(kind, found.group(group));
    }
  }
}
