// Calls OpenAI's API by its SDK, and prints what it gave, by the name of the conversation.
import OpenAI from "openai";
import { aLongText, errorOf, told } from "./told.js";

const apiKey = process.env.TOKENLEDGER_TOKEN;
const openai = new OpenAI({
  baseURL: `${process.env.GATEWAY_URL}/v1`,
  apiKey,
  defaultHeaders: { "X-Tokenledger-User": "ann", "X-Tokenledger-Tags": "storyId=42,epicId=7" },
});
const of = (conversation) => ({ headers: { "X-Tokenledger-Conversation": conversation } });
const say = (content, more = {}) => ({
  model: "echo-1",
  messages: [{ role: "user", content }],
  ...more,
});

/** The text of a stream of chat completions, and its usage where it told one. */
async function read(stream) {
  let text = "";
  let usage = null;
  let chunksWithoutChoices = 0;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta.content ?? "";
    usage = chunk.usage ?? usage;
    chunksWithoutChoices += chunk.choices.length === 0 ? 1 : 0;
  }
  return { text, usage, chunksWithoutChoices };
}

await told("chat", async (name) => {
  const { data, response } = await openai.chat.completions
    .create(say("three small words"), of(name))
    .withResponse();
  const eventId = response.headers.get("x-tokenledger-event-id");
  return { text: data.choices[0].message.content, usage: data.usage, eventId };
});

await told("chat-stream", async (name) =>
  read(await openai.chat.completions.create(say("one two", { stream: true }), of(name))),
);

await told("chat-stream-usage", async (name) => {
  const options = { stream: true, stream_options: { include_usage: true } };
  return read(await openai.chat.completions.create(say("one two three four", options), of(name)));
});

await told("response", async (name) => {
  const response = await openai.responses.create({ model: "echo-1", input: "a b c d e" }, of(name));
  return { text: response.output_text };
});

await told("embedding", async (name) => {
  const input = ["a b", "c"];
  const { data } = await openai.embeddings.create({ model: "echo-1", input }, of(name));
  return { vectors: data.length };
});

await told("chat-abort", async (name) => {
  const text = aLongText(60);
  const stream = await openai.chat.completions.create(say(text, { stream: true }), of(name));
  let chunks = 0;
  for await (const chunk of stream) {
    if (chunk.choices.length > 0 && ++chunks === 5) {
      stream.controller.abort();
    }
  }
  return { chunks };
});

await told("chat-wrong-key", (name) =>
  errorOf(() =>
    openai.withOptions({ apiKey: `${apiKey}x` }).chat.completions.create(say("x"), of(name)),
  ),
);

await told("chat-no-model", (name) =>
  errorOf(() => openai.chat.completions.create(say("x", { model: "echo-2" }), of(name))),
);

await told("models", async (name) => {
  const models = await openai.models.list(of(name));
  return { text: models.data.map((model) => model.id).join() };
});
