package dev.plumbline.api.canary;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One unmistakable secret of each kind that the suite may choose. */
public enum Canary {
  PROVIDER_KEY("sk-Canary7f3b91ProviderKey5wq2Zd8Lm0"),
  CHANNEL_SECRET("whsec-Canary7f3b91ChannelSecret9xKc3Vn6"),
  PASSWORD("Canary7f3b91 Password of a person 4Tg8"),
  DATABASE_PASSWORD("Canary7f3b91DatabasePassword6bHs1Ye9uRp3"),
  MASTER_KEY("Canary7f3b91MasterKey2mJf7Qa4Wk8");

  /** In all of them, so that one search finds any. */
  public static final String MARK = "Canary7f3b91";

  private final String text;

  Canary(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** As a line of a file of master keys; only one of 32 bytes is a key. */
  public static String masterKeyLine() {
    return "canary "
        + Base64.getEncoder().encodeToString(MASTER_KEY.text.getBytes(StandardCharsets.US_ASCII));
  }
}
