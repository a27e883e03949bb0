package dev.plumbline.api.broken.system;

/** Depends on where it runs, and speaks past the command line. */
class ReadsTheEnvironment {

  void speak() {
    System.out.println(System.getenv("HOME"));
  }
}
