package io.tokenledger.events;

import java.util.Locale;

/** Constants that are told by their names in lower case, in JSON and in the database. */
public interface Coded {

  /** As the enum has it. */
  String name();

  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
