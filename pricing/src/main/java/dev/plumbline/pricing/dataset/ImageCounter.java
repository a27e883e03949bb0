package dev.plumbline.pricing.dataset;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.tokens.ImageAnswer;
import dev.plumbline.pricing.tokens.ImagePart;
import dev.plumbline.pricing.tokens.ImageRules;
import dev.plumbline.pricing.tokens.ImageSize;
import java.util.List;
import java.util.Optional;

/** Counts the images of rows, and says which it could not count. */
final class ImageCounter {

  private final Optional<String> model;
  private final Optional<ImageSize> assumedSize;
  private final ImageRules rules = ImageRules.bundled();

  ImageCounter(DatasetQuestion question) {
    this.model = question.imageModel();
    this.assumedSize = question.assumedImageSize();
  }

  TokenCount count(List<ImagePart> images, RowFindings findings) {
    TokenCount total = TokenCount.ZERO;
    for (ImagePart image : images) {
      total = total.plus(count(image, findings));
    }
    return total;
  }

  private TokenCount count(ImagePart image, RowFindings findings) {
    ImageAnswer answer =
        model
            .map(name -> answer(name, image))
            .orElseGet(() -> new ImageAnswer.Unknown("no model was named for the images"));
    return answer.match(
        ImageAnswer.Counted::tokens,
        unknown -> {
          findings.warning(
              "IMAGE_NOT_COUNTED",
              "messages",
              "an image is left out of the tokens: " + unknown.reason(),
              "state the size of such images (--image-size WIDTHxHEIGHT), or detail low");
          return TokenCount.estimated(0);
        });
  }

  private ImageAnswer answer(String name, ImagePart image) {
    Optional<ImageSize> size = InlineImage.of(image.url()).flatMap(InlineImage::size);
    if (size.isPresent()) {
      return rules.tokensOf(name, size.get(), image.detail());
    }
    if (assumedSize.isPresent()) {
      return rules
          .tokensOf(name, assumedSize.get(), image.detail())
          .match(
              counted ->
                  new ImageAnswer.Counted(
                      TokenCount.estimated(counted.tokens().tokens()), counted.source()),
              unknown -> unknown);
    }
    return rules.tokensOfAnySize(name, image.detail());
  }
}
