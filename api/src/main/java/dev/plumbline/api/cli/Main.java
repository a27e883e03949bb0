package dev.plumbline.api.cli;

import io.quarkus.runtime.annotations.QuarkusMain;

/** The executable. */
@QuarkusMain
public final class Main {

  private Main() {}

  public static void main(String... args) {
    System.err.println("usage: plumbline COMMAND");
    System.exit(2);
  }
}
