package io.tokenledger.local.backfill.format;

import io.tokenledger.local.backfill.RefusedLineException;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;

/** Makes events of lines. */
public interface LineFormat {

  /**
   * What the line says of a call, as far as the line says it.
   *
   * @param line at its beginning; what is left of it is passed over
   * @throws RefusedLineException when nothing can be made of it
   */
  LineReading read(SourceLines line) throws IOException;

  /** What the reader of the file should be told once, such as columns that nothing is made of. */
  default String note() {
    return "";
  }
}
