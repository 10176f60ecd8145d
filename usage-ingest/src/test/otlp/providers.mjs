// OpenAI's and Anthropic's APIs with answers of constant usage, for the instrumentations to see.
// A model whose name holds "refused" is refused, one that holds "cached" was read from the cache.
import http from 'node:http';

const OPENAI_USAGE = {
  prompt_tokens: 1200,
  completion_tokens: 80,
  total_tokens: 1280,
  prompt_tokens_details: { cached_tokens: 1024, audio_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 48, audio_tokens: 0, accepted_prediction_tokens: 0, rejected_prediction_tokens: 0 },
};

const ANTHROPIC_USAGE = {
  input_tokens: 1000,
  cache_read_input_tokens: 500,
  cache_creation_input_tokens: 200,
  output_tokens: 60,
  service_tier: 'standard',
};

const RESPONSES_USAGE = {
  input_tokens: 1200,
  input_tokens_details: { cached_tokens: 1024 },
  output_tokens: 80,
  output_tokens_details: { reasoning_tokens: 48 },
  total_tokens: 1280,
};

let calls = 0;

function chat(request, id) {
  const base = { id, object: 'chat.completion', created: 1767225600, model: `${request.model}-2026-01-01`, service_tier: 'default' };
  const wantsTool = request.tools?.length > 0 && !request.messages.some((message) => message.role === 'tool');
  const message = wantsTool
    ? { role: 'assistant', content: null, tool_calls: [{ id: 'call_1', type: 'function', function: { name: request.tools[0].function.name, arguments: '{"city":"Ulm"}' } }] }
    : { role: 'assistant', content: 'Hello.' };
  const choice = { index: 0, message, finish_reason: wantsTool ? 'tool_calls' : 'stop' };
  return { ...base, choices: [choice], usage: OPENAI_USAGE };
}

function* chatChunks(request, id) {
  const base = { id, object: 'chat.completion.chunk', created: 1767225600, model: `${request.model}-2026-01-01`, service_tier: 'default' };
  yield { ...base, choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] };
  yield { ...base, choices: [{ index: 0, delta: { content: 'Hello.' }, finish_reason: null }] };
  yield { ...base, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
  if (request.stream_options?.include_usage) {
    yield { ...base, choices: [], usage: OPENAI_USAGE };
  }
}

function response(request, id) {
  const wantsTool = request.tools?.length > 0 && !JSON.stringify(request.input).includes('function_call_output');
  const output = wantsTool
    ? [{ type: 'function_call', id: 'fc_1', call_id: 'call_1', name: request.tools[0].name, arguments: '{"city":"Ulm"}', status: 'completed' }]
    : [{ type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content: [{ type: 'output_text', text: 'Hello.', annotations: [], logprobs: [] }] }];
  return {
    id, object: 'response', created_at: 1767225600, status: 'completed', model: `${request.model}-2026-01-01`, output,
    error: null, incomplete_details: null, instructions: null, metadata: {}, parallel_tool_calls: true, temperature: 1, top_p: 1,
    tool_choice: 'auto', tools: [], service_tier: 'default', usage: RESPONSES_USAGE,
  };
}

function message(request, id) {
  return {
    id, type: 'message', role: 'assistant', model: request.model, content: [{ type: 'text', text: 'Hello.' }],
    stop_reason: 'end_turn', stop_sequence: null, usage: ANTHROPIC_USAGE,
  };
}

function* messageEvents(request, id) {
  yield { type: 'message_start', message: { ...message(request, id), content: [], stop_reason: null, usage: { ...ANTHROPIC_USAGE, output_tokens: 1 } } };
  yield { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } };
  yield { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hello.' } };
  yield { type: 'content_block_stop', index: 0 };
  yield { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 60 } };
  yield { type: 'message_stop' };
}

function* responseEvents(request, id) {
  const whole = response(request, id);
  yield { type: 'response.created', sequence_number: 0, response: { ...whole, status: 'in_progress', output: [], usage: null } };
  yield { type: 'response.output_item.added', sequence_number: 1, output_index: 0, item: { type: 'message', id: 'msg_1', role: 'assistant', status: 'in_progress', content: [] } };
  yield { type: 'response.content_part.added', sequence_number: 2, item_id: 'msg_1', output_index: 0, content_index: 0, part: { type: 'output_text', text: '', annotations: [], logprobs: [] } };
  yield { type: 'response.output_text.delta', sequence_number: 3, item_id: 'msg_1', output_index: 0, content_index: 0, delta: 'Hello.', logprobs: [] };
  yield { type: 'response.output_text.done', sequence_number: 4, item_id: 'msg_1', output_index: 0, content_index: 0, text: 'Hello.', logprobs: [] };
  yield { type: 'response.output_item.done', sequence_number: 5, output_index: 0, item: whole.output[0] };
  yield { type: 'response.completed', sequence_number: 6, response: whole };
}

function embedding(request) {
  const inputs = [request.input].flat();
  return {
    object: 'list', model: request.model, data: inputs.map((_, index) => ({ object: 'embedding', index, embedding: [0.1, 0.2] })),
    usage: { prompt_tokens: 7 * inputs.length, total_tokens: 7 * inputs.length },
  };
}

async function stream(out, events, named) {
  out.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of events) {
    await new Promise((done) => setTimeout(done, 5));
    out.write(`${named ? `event: ${event.type}\n` : ''}data: ${JSON.stringify(event)}\n\n`);
  }
  out.end(named ? '' : 'data: [DONE]\n\n');
}

function json(out, status, body) {
  out.writeHead(status, { 'content-type': 'application/json' });
  out.end(JSON.stringify(body));
}

async function answer(path, request, out) {
  calls += 1;
  const n = String(calls).padStart(4, '0');
  if (request.model?.includes('refused')) {
    const error = { message: 'No such model.', type: 'invalid_request_error', code: 'model_not_found', param: null };
    return json(out, 404, path.endsWith('/messages') ? { type: 'error', error: { type: 'not_found_error', message: 'No such model.' } } : { error });
  }
  if (path.endsWith('/chat/completions')) {
    return request.stream ? stream(out, chatChunks(request, `chatcmpl-${n}`), false) : json(out, 200, chat(request, `chatcmpl-${n}`));
  }
  if (path.endsWith('/responses')) {
    return request.stream ? stream(out, responseEvents(request, `resp_${n}`), true) : json(out, 200, response(request, `resp_${n}`));
  }
  if (path.endsWith('/messages')) {
    return request.stream ? stream(out, messageEvents(request, `msg_${n}`), true) : json(out, 200, message(request, `msg_${n}`));
  }
  return path.endsWith('/embeddings') ? json(out, 200, embedding(request)) : json(out, 404, {});
}

export async function startProviders() {
  const server = http.createServer(async (request, out) => {
    const parts = [];
    for await (const part of request) {
      parts.push(part);
    }
    const text = Buffer.concat(parts).toString();
    await answer(request.url.split('?')[0], text ? JSON.parse(text) : {}, out);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
