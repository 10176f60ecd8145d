import { createRequire } from 'node:module';
import { AnthropicInstrumentation } from '@arizeai/openinference-instrumentation-anthropic';
import { ANTHROPIC, callAnthropic } from '../calls.mjs';
import { end, instrument } from '../tracing.mjs';

const instrumentation = new AnthropicInstrumentation();
instrument(instrumentation);
const sdk = createRequire(import.meta.url)('@anthropic-ai/sdk');
if (!instrumentation.isPatched?.()) {
  instrumentation.manuallyInstrument?.(sdk.Anthropic);
}

await callAnthropic(new sdk.Anthropic(ANTHROPIC));
await end();
