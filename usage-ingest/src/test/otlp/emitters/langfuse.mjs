// By Langfuse's own exporter, to the path of Langfuse, with Basic.
import { observeOpenAI } from '@langfuse/openai';
import { LangfuseSpanProcessor } from '@langfuse/otel';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import OpenAI from 'openai';

const processor = new LangfuseSpanProcessor({ publicKey: 'x', secretKey: 'tl_token', baseUrl: process.env.COLLECTOR });
new NodeTracerProvider({ spanProcessors: [processor] }).register();

const client = observeOpenAI(new OpenAI({ baseURL: `${process.env.PROVIDERS}/v1`, apiKey: 'no-key', maxRetries: 0 }), {
  sessionId: 'session-1', userId: 'user-1',
});
const messages = [{ role: 'user', content: 'Hi' }];
await client.chat.completions.create({ model: 'gpt-5-mini', messages });
const chunks = await client.chat.completions.create({ model: 'gpt-5-mini', messages, stream: true, stream_options: { include_usage: true } });
for await (const chunk of chunks) {
  void chunk;
}
await client.responses.create({ model: 'gpt-5-mini', input: 'Hi' });
await client.chat.completions.create({ model: 'refused-1', messages }).catch((error) => console.log(`  ${error.message}`));
await processor.forceFlush();
process.exit(0);
