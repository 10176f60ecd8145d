// What each instrumentation of the OpenAI SDK gets to see: whole, streamed, embedded and refused.
import { trace } from '@opentelemetry/api';

export const OPENAI = { baseURL: `${process.env.PROVIDERS}/v1`, apiKey: 'no-key', maxRetries: 0 };
export const ANTHROPIC = { baseURL: process.env.PROVIDERS, apiKey: 'no-key', maxRetries: 0 };

/** Beneath a span of the application's own, as it is in life; what is thrown is expected. */
export async function inSpan(name, work) {
  await trace.getTracer('shop').startActiveSpan(name, async (span) => {
    try {
      await work();
    } catch (error) {
      console.log(`  ${name}: ${String(error.message).slice(0, 100)}`);
    } finally {
      span.end();
    }
  });
}

export async function callOpenAi(client) {
  const messages = [{ role: 'user', content: 'Hi' }];
  await inSpan('whole', () => client.chat.completions.create({ model: 'gpt-5-mini', messages }));
  await inSpan('streamed', async () => {
    const chunks = await client.chat.completions.create({
      model: 'gpt-5-mini', messages, stream: true, stream_options: { include_usage: true },
    });
    for await (const chunk of chunks) {
      void chunk;
    }
  });
  await inSpan('embedded', () => client.embeddings.create({ model: 'text-embedding-3-small', input: 'Hi', encoding_format: 'float' }));
  await inSpan('refused', () => client.chat.completions.create({ model: 'refused-1', messages }));
}

export async function callAnthropic(client) {
  const request = { model: 'claude-sonnet-4-5', max_tokens: 100, messages: [{ role: 'user', content: 'Hi' }] };
  await inSpan('whole', () => client.messages.create(request));
  await inSpan('streamed', async () => {
    for await (const event of await client.messages.create({ ...request, stream: true })) {
      void event;
    }
  });
}
