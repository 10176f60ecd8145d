/** {@code POST /v1/traces}: the request, and the answers that exporters understand. */
package io.tokenledger.ingest.intake.otlp.http;
