package dev.plumbline.lifecycle.scan;

import dev.plumbline.core.model.KnownModel;
import dev.plumbline.core.model.KnownModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds where a model name may begin, in one pass over the bytes of a file: an automaton over all
 * known names and over what names of each form begin with. It never misses a name; what it finds is
 * looked at again.
 */
final class NameLeads {

  /** Beginnings that are enough: families of names, and forms that no table lists. */
  private static final List<String> FAMILIES =
      List.of(
          "gpt-",
          "chatgpt-",
          "o1-",
          "o3-",
          "o4-",
          "claude-",
          "gemini-",
          "dall-e-",
          "text-embedding-",
          "mistral-",
          "ministral-",
          "codestral-",
          "magistral-",
          "devstral-",
          "pixtral-",
          "voxtral-",
          "open-mistral-",
          "open-mixtral-",
          "ft:",
          "ftchkpt-",
          "ftckpt_",
          "arn:aws",
          "projects/",
          "tunedModels/",
          "subscriptions/",
          "ada:ft-",
          "babbage:ft-",
          "curie:ft-",
          "davinci:ft-",
          "anthropic.claude",
          "amazon.titan",
          "amazon.nova",
          "meta.llama",
          "cohere.command",
          "cohere.embed",
          "cohere.rerank",
          "mistral.mi",
          "mistral.pixtral",
          "ai21.j",
          "deepseek.",
          "stability.s",
          Suppressions.MARK);

  private static final int SYMBOLS = 128;
  private static final byte FAMILY = 1;
  private static final byte NAME = 2;
  private static final byte WORD = 3;

  private short[] next = new short[SYMBOLS * 4096];
  private byte[] accepts = new byte[4096];
  private int nodes = 1;

  NameLeads(KnownModels known) {
    Arrays.fill(next, (short) -1);
    for (KnownModel model : known.all()) {
      add(model.name(), OrdinaryWords.contains(model.name()) ? WORD : NAME);
    }
    FAMILIES.forEach(lead -> add(lead, FAMILY));
  }

  private void add(String text, byte kind) {
    int node = 0;
    for (int i = 0; i < text.length(); i++) {
      int slot = node * SYMBOLS + text.charAt(i);
      if (next[slot] < 0) {
        next[slot] = newNode();
      }
      node = next[slot];
    }
    if (accepts[node] == 0 || kind < accepts[node]) {
      accepts[node] = kind;
    }
  }

  private short newNode() {
    if (nodes == accepts.length) {
      accepts = Arrays.copyOf(accepts, nodes * 2);
      int old = next.length;
      next = Arrays.copyOf(next, old * 2);
      Arrays.fill(next, old, next.length, (short) -1);
    }
    return (short) nodes++;
  }

  /** The next place at or behind {@code from}; -1 when there is none. */
  int find(byte[] text, int length, int from) {
    boolean inWord = from > 0 && isWord(text[from - 1]);
    for (int i = from; i < length; i++) {
      byte b = text[i];
      if (b < 0) {
        inWord = false;
        continue;
      }
      if (!inWord && next[b] >= 0 && leadsAt(text, length, i)) {
        return i;
      }
      inWord = isWord(b);
    }
    return -1;
  }

  private boolean leadsAt(byte[] text, int length, int start) {
    int node = 0;
    for (int i = start; i < length && text[i] >= 0; i++) {
      node = next[node * SYMBOLS + text[i]];
      if (node < 0) {
        return false;
      }
      if (accepts[node] == FAMILY) {
        return true;
      }
      if (accepts[node] != 0 && (i + 1 == length || !isWord(text[i + 1]))) {
        return accepts[node] == NAME || isValue(text, start);
      }
    }
    return false;
  }

  /** An ordinary word is looked at only behind a quote, an equals sign or a colon. */
  private static boolean isValue(byte[] text, int start) {
    int i = start - 1;
    while (i >= 0 && text[i] == ' ') {
      i--;
    }
    return i >= 0 && "\"'`=:/-".indexOf(text[i]) >= 0;
  }

  private static boolean isWord(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }

  /** The leads in order, for tests. */
  List<Integer> all(byte[] text) {
    List<Integer> places = new ArrayList<>();
    for (int at = find(text, text.length, 0); at >= 0; at = find(text, text.length, at + 1)) {
      places.add(at);
    }
    return places;
  }
}
