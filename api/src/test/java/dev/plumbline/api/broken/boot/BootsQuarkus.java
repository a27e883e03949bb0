package dev.plumbline.api.broken.boot;

import io.quarkus.runtime.Quarkus;

/** Boots the server where only a file was to be read. */
class BootsQuarkus {

  void start() {
    Quarkus.run();
  }
}
