import { createAnthropic } from 'ai6-anthropic';
import { createOpenAI } from 'ai6-openai';
import { embed, generateText, stepCountIs, streamText, tool } from 'ai6';
import { z } from 'zod';
import { ANTHROPIC, OPENAI, inSpan } from '../calls.mjs';
import { end } from '../tracing.mjs';

const openai = createOpenAI({ baseURL: OPENAI.baseURL, apiKey: 'no-key' });
const anthropic = createAnthropic({ baseURL: `${ANTHROPIC.baseURL}/v1`, apiKey: 'no-key' });
const telemetry = { experimental_telemetry: { isEnabled: true, functionId: 'greeting' }, maxRetries: 0 };
const tools = {
  weather: tool({ description: 'Weather', inputSchema: z.object({ city: z.string() }), execute: async () => 'sunny' }),
};

await inSpan('tools', () =>
  generateText({ model: openai.chat('gpt-5-mini'), prompt: 'Hi', tools, stopWhen: stepCountIs(3), ...telemetry }));
await inSpan('streamed', async () => {
  const { textStream } = streamText({ model: openai.responses('gpt-5-mini'), prompt: 'Hi', ...telemetry });
  for await (const text of textStream) {
    void text;
  }
});
await inSpan('claude', () => generateText({ model: anthropic('claude-sonnet-4-5'), prompt: 'Hi', ...telemetry }));
await inSpan('embedded', () => embed({ model: openai.embedding('text-embedding-3-small'), value: 'Hi', ...telemetry }));
await inSpan('refused', () => generateText({ model: openai.chat('refused-1'), prompt: 'Hi', ...telemetry }));
await end();
