import { createRequire } from 'node:module';
import { OpenAIInstrumentation } from '@traceloop/instrumentation-openai';
import { OPENAI, callOpenAi } from '../calls.mjs';
import { end, instrument } from '../tracing.mjs';

instrument(new OpenAIInstrumentation());
const { OpenAI } = createRequire(import.meta.url)('openai');

await callOpenAi(new OpenAI(OPENAI));
await end();
