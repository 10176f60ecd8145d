package io.tokenledger.client.langchain4j;

import dev.langchain4j.exception.HttpException;

/** What became of a call that failed. */
final class Failures {

  private static final int DEEPEST = 8;

  private Failures() {}

  /** The provider answered with an error: nothing was used that anybody did not tell. */
  static boolean wasRefused(Throwable failure) {
    Throwable each = failure;
    for (int i = 0; each != null && i < DEEPEST; i++) {
      if (each instanceof HttpException) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }
}
