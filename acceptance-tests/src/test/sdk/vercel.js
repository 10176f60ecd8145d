// Calls by Vercel's AI SDK, through each of its providers that speaks an API of the gateway, and
// prints what it gave, by the name of the conversation.
import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, stepCountIs, streamText, tool } from "ai";
import { z } from "zod";
import { aLongText, errorOf, told } from "./told.js";

// What is printed here is read by a test.
globalThis.AI_SDK_LOG_WARNINGS = false;

const account = (url) => ({
  baseURL: `${url}/v1`,
  apiKey: process.env.TOKENLEDGER_TOKEN,
  headers: { "X-Tokenledger-User": "ann", "X-Tokenledger-Tags": "storyId=42" },
});
const echo = account(process.env.GATEWAY_URL);
const recorded = account(process.env.RECORDED_URL);

/** The models of a provider: one that echoes, and one whose answers are recorded. */
const providers = {
  openai: (from) => createOpenAI(from).chat,
  compatible: (from) => createOpenAICompatible({ name: "ledger", ...from }),
  anthropic: (from) => createAnthropic(from),
};
const of = (conversation) => ({ headers: { "X-Tokenledger-Conversation": conversation } });
const tools = {
  weather: tool({
    description: "The weather of a city",
    inputSchema: z.object({ city: z.string() }),
    execute: ({ city }) => `Rain in ${city}`,
  }),
};

/** A stream to its end, or to its n-th piece of text, where it is aborted. */
async function read(options, piecesBeforeAbort = Infinity) {
  const leaving = new AbortController();
  const failures = [];
  const stream = streamText({
    ...options,
    abortSignal: leaving.signal,
    onError: ({ error }) => failures.push(String(error)),
  });
  let text = "";
  let chunks = 0;
  for await (const piece of stream.textStream) {
    text += piece;
    if (++chunks === piecesBeforeAbort) {
      leaving.abort();
    }
  }
  if (piecesBeforeAbort < Infinity) {
    return { chunks };
  }
  return { text, failures, usage: await stream.totalUsage, steps: (await stream.steps).length };
}

for (const [provider, models] of Object.entries(providers)) {
  const echoed = models(echo)("echo-1");
  const replayed = models(recorded)("recorded-1");

  await told(`${provider}-text`, async (name) => {
    const { text, usage } = await generateText({ model: echoed, prompt: "three small words", ...of(name) });
    return { text, usage };
  });

  await told(`${provider}-stream`, (name) => read({ model: echoed, prompt: "one two", ...of(name) }));

  await told(`${provider}-abort`, (name) =>
    read({ model: echoed, prompt: aLongText(60), ...of(name) }, 5),
  );

  await told(`${provider}-tool`, (name) =>
    generateText({
      model: replayed,
      prompt: `What is the weather in Oslo? ${provider}`,
      tools,
      stopWhen: stepCountIs(3),
      ...of(name),
    }).then(({ text, steps, totalUsage }) => ({
      text,
      usage: totalUsage,
      steps: steps.length,
      called: steps[0].toolCalls[0].input.city,
    })),
  );

  await told(`${provider}-tool-stream`, (name) =>
    read({
      model: replayed,
      prompt: `And in Oslo, streamed? ${provider}`,
      tools,
      stopWhen: stepCountIs(3),
      ...of(name),
    }),
  );

  await told(`${provider}-retried`, async (name) => {
    const prompt = `Overloaded at first, ${provider}`;
    return { text: (await generateText({ model: replayed, prompt, ...of(name) })).text };
  });

  await told(`${provider}-refused`, (name) =>
    errorOf(() => generateText({ model: replayed, prompt: `Bad request ${provider}`, ...of(name) })),
  );
}

await told("responses-text", async (name) => {
  const { text } = await generateText({ model: createOpenAI(echo)("echo-1"), prompt: "a b c", ...of(name) });
  return { text };
});

await told("responses-stream", (name) =>
  read({ model: createOpenAI(echo)("echo-1"), prompt: "a b c d", ...of(name) }),
);

await told("no-model", (name) =>
  errorOf(() => generateText({ model: createOpenAICompatible({ name: "ledger", ...echo })("echo-2"), prompt: "x", ...of(name) })),
);

await told("wrong-key", (name) => {
  const stranger = createAnthropic({ ...echo, apiKey: `${echo.apiKey}x` });
  return errorOf(() => generateText({ model: stranger("echo-1"), prompt: "x", ...of(name) }));
});
