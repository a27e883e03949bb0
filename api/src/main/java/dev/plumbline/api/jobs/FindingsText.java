package dev.plumbline.api.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.core.finding.Finding;
import java.util.List;

/** Findings as they are stored: a JSON array of objects with code, severity, message and place. */
final class FindingsText {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 400;

  private FindingsText() {}

  static String of(List<Finding> findings) {
    try {
      return JSON.writeValueAsString(findings.stream().map(JobFindingView::of).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("findings are plain text", e);
    }
  }

  static List<JobFindingView> read(String text) {
    try {
      return List.of(JSON.readValue(text, JobFindingView[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not the findings of a job: " + text.length(), e);
    }
  }

  static String bounded(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
