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

  static com.knuddels.jtokkit.api.Encoding ranks(EncodingType type) {
    return Encodings.newLazyEncodingRegistry().getEncoding(type);
  }

  private static final class O200k {
    static final O200kTokenCounter COUNTER =
        new O200kTokenCounter(Encoding.O200K_BASE, ranks(EncodingType.O200K_BASE));
  }

  private static final class Cl100k {
    static final TokenCounter COUNTER =
        new BpeTokenCounter(Encoding.CL100K_BASE, ranks(EncodingType.CL100K_BASE));
  }

  private static final class Harmony {
    static final TokenCounter COUNTER = O200k.COUNTER.labelled(Encoding.O200K_HARMONY);
  }
}
