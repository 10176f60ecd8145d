package io.tokenledger.local.process;

/** Tells the person at the screen how far the stack is, one line at a time. */
@FunctionalInterface
public interface Progress {

  void say(String line);
}
