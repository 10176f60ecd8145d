// Calls Anthropic's API by its SDK, and prints what it gave, by the name of the conversation.
import Anthropic from "@anthropic-ai/sdk";
import { aLongText, errorOf, told } from "./told.js";

const apiKey = process.env.TOKENLEDGER_TOKEN;
const anthropic = new Anthropic({
  baseURL: process.env.GATEWAY_URL,
  apiKey,
  defaultHeaders: { "X-Tokenledger-User": "ann", "X-Tokenledger-Tags": '{"storyId":"42"}' },
});
const of = (conversation) => ({ headers: { "X-Tokenledger-Conversation": conversation } });
const say = (content, more = {}) => ({
  model: "echo-1",
  max_tokens: 100,
  messages: [{ role: "user", content }],
  ...more,
});

await told("message", async (name) => {
  const message = await anthropic.messages.create(say("three small words"), of(name));
  return { text: message.content[0].text, usage: message.usage };
});

await told("message-stream", async (name) => {
  const more = { system: "Be brief" };
  const message = await anthropic.messages.stream(say("one two", more), of(name)).finalMessage();
  return { text: message.content[0].text, usage: message.usage };
});

await told("message-abort", async (name) => {
  const stream = anthropic.messages.stream(say(aLongText(60)), of(name));
  let chunks = 0;
  stream.on("text", () => {
    if (++chunks === 5) {
      stream.abort();
    }
  });
  return { chunks: await stream.done().then(() => -1, () => chunks) };
});

await told("message-wrong-key", (name) =>
  errorOf(() =>
    anthropic.withOptions({ apiKey: `${apiKey}x` }).messages.create(say("x"), of(name)),
  ),
);

await told("message-no-model", (name) =>
  errorOf(() => anthropic.messages.create(say("x", { model: "echo-2" }), of(name))),
);

await told("count", async (name) => {
  const { messages, model } = say("a b c");
  const count = await anthropic.messages.countTokens({ messages, model }, of(name));
  return { usage: count };
});
