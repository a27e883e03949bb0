package dev.plumbline.api.scenarios;

/** A scenario that is ready to be asked: models by name, prices and dates looked up. */
public final class ExampleScenario {

  /** gpt-4o with a prompt of 6,000 tokens against its fine-tune with 200. */
  public static final String TEXT =
      """
      {
        "version": 1,
        "name": "gpt-4o with a long prompt, or tuned",
        "at": "2026-01-14",
        "requests_per_month": 100000,
        "horizon_months": 12,
        "annual_discount": 0,
        "base": {
          "model": "gpt-4o-2024-08-06",
          "static_tokens": 6000,
          "variable_tokens": 800,
          "output_tokens": 200,
          "hit_rate": 0.87
        },
        "tuned": {
          "model": "ft:gpt-4o-2024-08-06:acme::example1",
          "static_tokens": 200,
          "variable_tokens": 800,
          "output_tokens": 200
        },
        "training": {
          "rows": 800,
          "tokens_per_row": 1200,
          "epochs": 3,
          "runs": 1
        },
        "alternatives": [
          {
            "name": "gpt-4o-mini with the long prompt",
            "model": "gpt-4o-mini-2024-07-18",
            "static_tokens": 6000,
            "variable_tokens": 800,
            "output_tokens": 200,
            "hit_rate": 0.87
          },
          {
            "name": "gpt-4o with a compressed prompt",
            "model": "gpt-4o-2024-08-06",
            "static_tokens": 1500,
            "variable_tokens": 800,
            "output_tokens": 200,
            "hit_rate": 0.87
          }
        ],
        "uncertainty": {
          "seed": 1,
          "points": 1024
        }
      }
      """;

  private ExampleScenario() {}
}
