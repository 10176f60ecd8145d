// One provider of tracers with both exporters: each span goes out as protobuf (gzip) and as JSON.
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

const url = `${process.env.COLLECTOR}/v1/traces`;

export const provider = new NodeTracerProvider({
  spanProcessors: [
    new BatchSpanProcessor(new ProtobufExporter({ url, compression: 'gzip' })),
    new BatchSpanProcessor(new JsonExporter({ url })),
  ],
});
provider.register();

export function instrument(...instrumentations) {
  registerInstrumentations({ instrumentations, tracerProvider: provider });
}

export async function end() {
  await provider.forceFlush();
  await provider.shutdown();
  process.exit(0);
}
