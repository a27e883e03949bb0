package dev.plumbline.pricing.dataset;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.tokens.TokenCount;

/**
 * The tokens of one epoch by what they are made of. Roles, and the 3 tokens that frame each
 * message, are in {@code framing}.
 *
 * @param contents texts of all messages, names included
 * @param calls names and arguments of function and tool calls
 * @param tools the rendered tool definitions, once per row
 */
public record TokenParts(
    TokenCount contents,
    TokenCount framing,
    TokenCount calls,
    TokenCount tools,
    TokenCount images) {

  public static final TokenParts NONE =
      new TokenParts(
          TokenCount.ZERO, TokenCount.ZERO, TokenCount.ZERO, TokenCount.ZERO, TokenCount.ZERO);

  public TokenParts {
    requireNonNull(contents, "contents");
    requireNonNull(framing, "framing");
    requireNonNull(calls, "calls");
    requireNonNull(tools, "tools");
    requireNonNull(images, "images");
  }

  public TokenParts plus(TokenParts other) {
    return new TokenParts(
        contents.plus(other.contents),
        framing.plus(other.framing),
        calls.plus(other.calls),
        tools.plus(other.tools),
        images.plus(other.images));
  }

  public TokenCount total() {
    return contents.plus(framing).plus(calls).plus(tools).plus(images);
  }
}
