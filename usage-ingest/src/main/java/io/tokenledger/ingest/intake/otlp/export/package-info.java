/**
 * Reads the exports of OTLP, in protobuf and in JSON, into the same spans: of each what {@link
 * io.tokenledger.ingest.intake.otlp.export.Names} lists, and nothing else. Bounded: what is passed
 * over takes no memory, and whatever the bytes, the only exception is {@link
 * io.tokenledger.ingest.intake.otlp.export.InvalidExportException}.
 */
package io.tokenledger.ingest.intake.otlp.export;
