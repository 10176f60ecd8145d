package io.tokenledger.query.export;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** A column of a CSV file and how its cell follows from a row. */
record CsvColumn<R>(String name, Function<R, Object> value) {

  /** As spreadsheets take it; null for an empty cell. */
  Object cellOf(R row) {
    Object cell = value.apply(row);
    if (cell instanceof Optional<?> text) {
      return text.orElse(null);
    }
    if (cell instanceof OptionalLong number) {
      return number.isPresent() ? number.getAsLong() : null;
    }
    return cell;
  }
}
