package dev.plumbline.api.broken.process;

import java.io.IOException;

/** Starts a program. */
class StartsAProcess {

  Process start() throws IOException {
    return new ProcessBuilder("true").start();
  }
}
