package dev.plumbline.pricing.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;

/** The loaded vocabularies. Loading one takes about half a second, so it happens once and late. */
final class Vocabulary {

  private Vocabulary() {}

  static TokenCounter of(Encoding encoding) {
    return switch (encoding) {
      case O200K_BASE -> O200k.COUNTER;
      case CL100K_BASE -> Cl100k.COUNTER;
      case O200K_HARMONY -> Harmony.COUNTER;
    };
  }

  private static BpeTokenCounter load(Encoding encoding, EncodingType type) {
    return new BpeTokenCounter(encoding, Encodings.newLazyEncodingRegistry().getEncoding(type));
  }

  private static final class O200k {
    static final BpeTokenCounter COUNTER = load(Encoding.O200K_BASE, EncodingType.O200K_BASE);
  }

  private static final class Cl100k {
    static final BpeTokenCounter COUNTER = load(Encoding.CL100K_BASE, EncodingType.CL100K_BASE);
  }

  private static final class Harmony {
    static final TokenCounter COUNTER = O200k.COUNTER.labelled(Encoding.O200K_HARMONY);
  }
}
