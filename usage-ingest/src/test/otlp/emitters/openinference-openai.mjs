import { createRequire } from 'node:module';
import { OpenAIInstrumentation } from '@arizeai/openinference-instrumentation-openai';
import { OPENAI, callOpenAi, inSpan } from '../calls.mjs';
import { end, instrument } from '../tracing.mjs';

instrument(new OpenAIInstrumentation());
const { OpenAI } = createRequire(import.meta.url)('openai');

const client = new OpenAI(OPENAI);
await callOpenAi(client);
await inSpan('response', () => client.responses.create({ model: 'gpt-5-mini', input: 'Hi' }));
await end();
