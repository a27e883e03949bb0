package dev.plumbline.api.access;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import io.restassured.response.ExtractableResponse;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** How the routes of the calendar are asked. */
final class CalendarRequests {

  private static final String CALENDAR = "/api/v1/calendar";
  private static final String FEEDS = CALENDAR + "/feeds";
  private static final String IMPORTS = CALENDAR + "/imports";

  private CalendarRequests() {}

  static Map<String, Maker> makers() {
    return Map.ofEntries(
        entry(
            "GET /api/v1/calendar/history",
            () -> Ask.get(CALENDAR + "/history?provider=openai&model=gpt-4o-2024-08-06")),
        entry("POST /api/v1/calendar/imports", CalendarRequests::newImport),
        entry(
            "GET /api/v1/calendar/imports/{id}",
            () -> Ask.get(IMPORTS + "/" + Made.once("import", () -> proposed("document.id")))),
        entry("POST /api/v1/calendar/imports/{id}/approve", CalendarRequests::approval),
        entry(
            "POST /api/v1/calendar/imports/{id}/refuse",
            () ->
                Ask.json(
                    "POST",
                    IMPORTS + "/" + proposed("document.id") + "/refuse",
                    "{\"reason\":\"matrix\"}")),
        entry("POST /api/v1/calendar/feeds", () -> Ask.json("POST", FEEDS, newFeed())),
        entry(
            "DELETE /api/v1/calendar/feeds/{id}",
            () -> Ask.delete(FEEDS + "/" + Made.id(FEEDS, newFeed(), "feed.id"))),
        entry(
            "GET /calendar/entry",
            () -> Ask.get("/calendar/entry?provider=openai&model=gpt-4o-2024-08-06")),
        entry("POST /calendar/imports", CalendarRequests::uploadForm),
        entry(
            "GET /calendar/imports/{id}",
            () ->
                Ask.get("/calendar/imports/" + Made.once("import", () -> proposed("document.id")))),
        entry("POST /calendar/imports/{id}/approve", CalendarRequests::approvalForm),
        entry(
            "POST /calendar/imports/{id}/refuse",
            () ->
                form("/calendar/imports/" + proposed("document.id") + "/refuse", "reason=matrix")),
        entry("POST /calendar/feeds", () -> form("/calendar/feeds", "name=matrix&used=true")),
        entry(
            "POST /calendar/feeds/{id}/revoke",
            () -> form("/calendar/feeds/" + Made.id(FEEDS, newFeed(), "feed.id") + "/revoke", "")),
        entry(
            "GET /feeds/{secret}/calendar.ics",
            () -> Ask.get(Made.once("feed.ics", () -> address("calendar_url")))),
        entry(
            "GET /feeds/{secret}/events.atom",
            () -> Ask.get(Made.once("feed.atom", () -> address("atom_url")))));
  }

  private static Ask newImport() {
    return new Ask("POST", IMPORTS + "?kind=csv", "text/csv", rows());
  }

  private static String rows() {
    return "provider,model,date\nopenai,matrix-%s,2027-06-01\n".formatted(UUID.randomUUID());
  }

  private static String proposed(String path) {
    return proposal().path(path);
  }

  private static ExtractableResponse<?> proposal() {
    return given()
        .contentType("text/csv")
        .body(rows())
        .post(IMPORTS + "?kind=csv")
        .then()
        .statusCode(201)
        .extract();
  }

  private static Ask approval() {
    var proposal = proposal();
    return Ask.json(
        "POST",
        IMPORTS + "/" + proposal.path("document.id") + "/approve",
        "{\"diff\":\"" + proposal.path("diff") + "\"}");
  }

  private static Ask approvalForm() {
    var proposal = proposal();
    return form(
        "/calendar/imports/" + proposal.path("document.id") + "/approve",
        "diff=" + proposal.path("diff"));
  }

  private static Ask form(String address, String body) {
    return new Ask("POST", address, "application/x-www-form-urlencoded", body);
  }

  private static Ask uploadForm() {
    String part = "--plumbline\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
    String body =
        part.formatted("kind", "", "csv")
            + part.formatted("file", "; filename=\"dates.csv\"", rows())
            + "--plumbline--\r\n";
    return new Ask("POST", "/calendar/imports", "multipart/form-data; boundary=plumbline", body);
  }

  private static String newFeed() {
    return "{\"name\":\"%s\",\"model\":\"gpt-4o-2024-08-06\"}".formatted(Made.name());
  }

  private static String address(String which) {
    return URI.create(Made.id(FEEDS, newFeed(), which)).getPath();
  }
}
