package dev.plumbline.api.estimates;

import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** The three states of the estimate page, each in the frame that all pages share. */
@ApplicationScoped
class EstimateTemplates {

  private final Template form;
  private final Template reading;
  private final Template result;
  private final Shells shells;

  EstimateTemplates(
      @Location("estimates/form") Template form,
      @Location("estimates/reading") Template reading,
      @Location("estimates/result") Template result,
      Shells shells) {
    this.form = form;
    this.reading = reading;
    this.result = result;
    this.shells = shells;
  }

  TemplateInstance form(String title) {
    return framed(form, title);
  }

  TemplateInstance reading(String title) {
    return framed(reading, title);
  }

  TemplateInstance result(String title) {
    return framed(result, title);
  }

  private TemplateInstance framed(Template template, String title) {
    return template.data("shell", shells.of(Section.ESTIMATE, title));
  }
}
