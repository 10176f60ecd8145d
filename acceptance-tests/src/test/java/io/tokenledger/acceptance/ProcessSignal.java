package io.tokenledger.acceptance;

import java.io.IOException;

/** Signals that Java cannot send. */
enum ProcessSignal {
  STOP,
  CONT;

  void send(long pid) throws IOException {
    new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
        .inheritIO()
        .start()
        .onExit()
        .join();
  }
}
