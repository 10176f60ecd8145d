package io.tokenledger.query.export;

import io.tokenledger.events.Coded;

/** In which form usage leaves the ledger. */
enum ExportFormat implements Coded {
  CSV("text/csv; charset=utf-8", "usage-%s-%s-%s.csv"),
  NDJSON("application/x-ndjson", "usage-%s-%s-%s.ndjson"),
  FOCUS("text/csv; charset=utf-8", "focus-%s-%s-%s.csv");

  private final String mediaType;
  private final String fileName;

  ExportFormat(String mediaType, String fileName) {
    this.mediaType = mediaType;
    this.fileName = fileName;
  }

  String mediaType() {
    return mediaType;
  }

  /** With org, first and last day in it. */
  String fileName() {
    return fileName;
  }
}
