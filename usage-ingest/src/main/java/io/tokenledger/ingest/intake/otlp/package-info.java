/**
 * Spans of OpenTelemetry: {@code POST /v1/traces}, OTLP over HTTP.
 *
 * <p>A span is looked at for itself: its parent and its children may come in other exports.
 *
 * <ol>
 *   <li>{@code ProtobufExport} and {@code JsonExport} read the attributes that {@code Names} lists,
 *       and pass over all others: prompts and answers are never looked at;
 *   <li>{@code SpanRole} says whether the span is a call of a model, or repeats what others count;
 *   <li>{@code SpanUsage} reads the counts, {@code CacheStyle} whether the cached part is in them;
 *   <li>{@code SpanEvent} makes the usage event, of nothing but the span and its scope, so that a
 *       span that is sent again is a duplicate;
 *   <li>{@code ExportedEvents} lets it pass the checks of every event.
 * </ol>
 *
 * <p>Owns: which spans count, and what of them. Does not own: the checks of events and their way to
 * Kafka. May know: events over HTTP, of which this is another form.
 */
package io.tokenledger.ingest.intake.otlp;
