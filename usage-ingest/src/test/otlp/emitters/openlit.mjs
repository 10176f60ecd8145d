// By OpenLIT's own exporter, which sends JSON. A price list in place of the one it would download.
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { ANTHROPIC, OPENAI, callAnthropic, callOpenAi } from '../calls.mjs';

process.env.OTEL_BSP_SCHEDULE_DELAY = '700'; // All of it in one batch.

const require = createRequire(import.meta.url);
const openlit = require('openlit').default;
openlit.init({
  applicationName: 'shop', environment: 'test', otlpEndpoint: process.env.COLLECTOR,
  disableMetrics: true, disableEvents: true, pricingJson: '{"chat":{"gpt-5-mini":{"promptPrice":0.001,"completionPrice":0.002}}}',
});
const { OpenAI } = require('openai');
const { Anthropic } = require('@anthropic-ai/sdk');

await callOpenAi(new OpenAI(OPENAI));
await callAnthropic(new Anthropic(ANTHROPIC));
await setTimeout(1500);
process.exit(0);
