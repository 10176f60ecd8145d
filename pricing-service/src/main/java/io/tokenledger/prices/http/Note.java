package io.tokenledger.prices.http;

import io.tokenledger.service.http.Input;

/** Why something is changed. */
public final class Note {

  private static final int MAX = 500;

  private Note() {}

  /** Empty when it is absent. */
  public static String of(Input note) {
    return note.isAbsent() ? "" : note.text(MAX);
  }
}
