// Writes the exports of emitters that are not in npm, by what their documentation and sources say they send:
//   node documented.mjs
// in ../resources/otlp/documented-NAME.json. Only what decides is in them. Ids and times are constant.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const INTERNAL = 1;
const SERVER = 2;
const CLIENT = 3;
const START = 1767225600000000000n;

function value(of) {
  if (typeof of === 'string') {
    return { stringValue: of };
  }
  if (typeof of === 'boolean') {
    return { boolValue: of };
  }
  return Number.isInteger(of) ? { intValue: String(of) } : { doubleValue: of };
}

const id = (text, digits) => createHash('sha256').update(text).digest('hex').slice(0, digits);

function span(emitter, [name, kind, attributes, more = {}]) {
  const { failed, within } = more;
  return {
    traceId: id(emitter, 32),
    spanId: id(`${emitter} ${name}`, 16),
    parentSpanId: within ? id(`${emitter} ${within}`, 16) : '',
    name,
    kind,
    startTimeUnixNano: String(START),
    endTimeUnixNano: String(START + 2500000000n),
    attributes: Object.entries(attributes).map(([key, of]) => ({ key, value: value(of) })),
    status: failed !== undefined ? { code: 2, message: failed } : {},
  };
}

function write(emitter, scopes) {
  const scopeSpans = scopes.map(([name, version, ...spans]) => ({
    scope: { name, version },
    spans: spans.map((each) => span(emitter, each)),
  }));
  const whole = { resourceSpans: [{ resource: { attributes: [{ key: 'service.name', value: value('shop') }] }, scopeSpans }] };
  const file = path.join(import.meta.dirname, `../resources/otlp/documented-${emitter}.json`);
  fs.writeFileSync(file, `${JSON.stringify(whole, null, 1)}\n`);
}

// semantic-conventions-genai, gen-ai spans 1.41: parts are in their totals; the agent's span has the sums.
write('semconv', [
  ['my.agent', '1.0',
    ['invoke_agent planner', INTERNAL, { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.provider.name': 'gcp.vertex_ai', 'gen_ai.request.model': 'gemini-3-pro', 'gen_ai.usage.input_tokens': 900, 'gen_ai.usage.output_tokens': 300 }],
    ['generate_content gemini-3-pro', CLIENT, { 'gen_ai.operation.name': 'generate_content', 'gen_ai.provider.name': 'gcp.vertex_ai', 'gen_ai.request.model': 'gemini-3-pro', 'gen_ai.usage.input_tokens': 900, 'gen_ai.usage.cache_read.input_tokens': 400, 'gen_ai.usage.output_tokens': 300, 'gen_ai.usage.reasoning.output_tokens': 200, 'gen_ai.response.time_to_first_chunk': 0.75, 'gen_ai.conversation.id': 'talk-1', 'gen_ai.agent.name': 'planner', 'user.id': 'ann' }, { within: 'invoke_agent planner' }],
    ['chat claude-opus-4-5', CLIENT, { 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'anthropic', 'gen_ai.request.model': 'claude-opus-4-5', 'gen_ai.usage.input_tokens': 1700, 'gen_ai.usage.cache_read.input_tokens': 500, 'gen_ai.usage.cache_creation.input_tokens': 200, 'gen_ai.usage.output_tokens': 60 }],
    ['text_completion grok-4', CLIENT, { 'gen_ai.operation.name': 'text_completion', 'gen_ai.provider.name': 'x_ai', 'gen_ai.request.model': 'grok-4', 'gen_ai.usage.input_tokens': 10, 'gen_ai.usage.output_tokens': 5, 'openai.response.service_tier': 'flex' }],
    ['chat gpt-5', CLIENT, { 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'azure.ai.openai', 'gen_ai.request.model': 'my-deployment', 'gen_ai.response.model': 'gpt-5', 'error.type': 'timeout' }, { failed: '' }],
    ['execute_tool weather', INTERNAL, { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'weather' }],
    ['POST', CLIENT, { 'http.request.method': 'POST' }]],
]);

// openllmetry, packages/opentelemetry-instrumentation-{openai,langchain,bedrock}, of before and after 0.50.
write('openllmetry-python', [
  ['opentelemetry.instrumentation.langchain', '0.52.0',
    ['RunnableSequence.workflow', INTERNAL, { 'traceloop.span.kind': 'workflow', 'gen_ai.usage.input_tokens': 1200, 'gen_ai.usage.output_tokens': 80 }],
    ['ChatOpenAI.chat', CLIENT, { 'llm.request.type': 'chat', 'gen_ai.system': 'Langchain', 'gen_ai.request.model': 'gpt-5-mini', 'gen_ai.usage.input_tokens': 1200, 'gen_ai.usage.output_tokens': 80, 'gen_ai.usage.cache_read_input_tokens': 1024, 'traceloop.association.properties.session_id': 's-1', 'traceloop.association.properties.user_id': 'ann' }]],
  ['opentelemetry.instrumentation.openai.v1', '0.38.0',
    ['openai.chat', CLIENT, { 'llm.request.type': 'chat', 'gen_ai.system': 'OpenAI', 'gen_ai.request.model': 'gpt-4o', 'gen_ai.response.model': 'gpt-4o-2024-08-06', 'gen_ai.usage.prompt_tokens': 20, 'gen_ai.usage.completion_tokens': 4, 'llm.usage.total_tokens': 24 }],
    ['openai.embeddings', CLIENT, { 'llm.request.type': 'embedding', 'gen_ai.system': 'OpenAI', 'gen_ai.request.model': 'text-embedding-3-small', 'gen_ai.usage.prompt_tokens': 9 }]],
  ['opentelemetry.instrumentation.bedrock', '0.52.0',
    ['bedrock.converse', CLIENT, { 'llm.request.type': 'chat', 'gen_ai.system': 'AWS', 'gen_ai.request.model': 'anthropic.claude-sonnet-4-5-20250929-v1:0', 'gen_ai.usage.input_tokens': 1000, 'gen_ai.usage.output_tokens': 60, 'gen_ai.usage.cache_read_input_tokens': 500, 'gen_ai.usage.cache_creation_input_tokens': 200 }]],
  ['opentelemetry.instrumentation.anthropic', '0.52.0',
    ['anthropic.chat', CLIENT, { 'llm.request.type': 'chat', 'gen_ai.system': 'Anthropic', 'gen_ai.request.model': 'claude-sonnet-4-5', 'gen_ai.usage.input_tokens': 1700, 'gen_ai.usage.output_tokens': 60, 'gen_ai.usage.cache_read_input_tokens': 500, 'gen_ai.usage.cache_creation_input_tokens': 200 }]],
]);

// openlit, sdk/python: scopes are the module's name; of Claude and Bedrock the input is what is fresh.
write('openlit-python', [
  ['openlit.instrumentation.anthropic', '',
    ['chat claude-sonnet-4-5', CLIENT, { 'gen_ai.operation.name': 'chat', 'gen_ai.system': 'anthropic', 'gen_ai.request.model': 'claude-sonnet-4-5', 'gen_ai.usage.input_tokens': 1000, 'gen_ai.usage.output_tokens': 60, 'gen_ai.usage.cache_read.input_tokens': 500, 'gen_ai.usage.cost': 0.0039 }]],
  ['openlit.instrumentation.bedrock', '',
    ['chat nova', CLIENT, { 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'aws.bedrock', 'gen_ai.request.model': 'amazon.nova-pro-v1:0', 'gen_ai.usage.input_tokens': 300, 'gen_ai.usage.output_tokens': 40, 'gen_ai.usage.cache_read.input_tokens': 700 }]],
]);

// openinference, python/instrumentation; spec/llm_spans.md, spec/embedding_spans.md.
write('openinference-python', [
  ['openinference.instrumentation.langchain', '0.1.60',
    ['LangGraph', INTERNAL, { 'openinference.span.kind': 'CHAIN', 'llm.token_count.prompt': 1200, 'llm.token_count.completion': 80 }],
    ['ChatOpenAI', INTERNAL, { 'openinference.span.kind': 'LLM', 'llm.model_name': 'gpt-5-mini', 'llm.token_count.prompt': 1200, 'llm.token_count.completion': 80, 'llm.token_count.prompt_details.cache_read': 1024, 'llm.token_count.completion_details.reasoning': 48, 'session.id': 's-1', 'user.id': 'ann' }],
    ['Retriever', INTERNAL, { 'openinference.span.kind': 'RETRIEVER' }],
    ['CohereRerank', INTERNAL, { 'openinference.span.kind': 'RERANKER', 'reranker.model_name': 'rerank-v3.5', 'llm.provider': 'cohere' }]],
  ['openinference.instrumentation.bedrock', '0.1.38',
    ['bedrock.invoke_model', INTERNAL, { 'openinference.span.kind': 'LLM', 'llm.system': 'amazon', 'llm.provider': 'aws', 'llm.model_name': 'anthropic.claude-sonnet-4-5-20250929-v1:0', 'llm.token_count.prompt': 1000, 'llm.token_count.completion': 60, 'llm.token_count.prompt_details.cache_read': 500, 'llm.token_count.prompt_details.cache_write': 200 }]],
]);

// OpenAI Agents: openinference-instrumentation-openai-agents.
write('openai-agents', [
  ['openinference.instrumentation.openai_agents', '1.4.0',
    ['Agent workflow', INTERNAL, { 'openinference.span.kind': 'AGENT' }],
    ['triage', INTERNAL, { 'openinference.span.kind': 'AGENT' }, { within: 'Agent workflow' }],
    ['response', INTERNAL, { 'openinference.span.kind': 'LLM', 'llm.system': 'openai', 'llm.model_name': 'gpt-5-mini-2026-01-01', 'llm.token_count.prompt': 1200, 'llm.token_count.completion': 80, 'llm.token_count.total': 1280, 'llm.token_count.prompt_details.cache_read': 1024, 'llm.token_count.completion_details.reasoning': 48 }, { within: 'triage' }],
    ['weather', INTERNAL, { 'openinference.span.kind': 'TOOL' }, { within: 'triage' }]],
]);

// Spring AI reference, "Observability"; Micrometer writes each value as a text.
write('spring-ai', [
  ['org.springframework.boot', '3.5.0',
    ['spring_ai chat_client', INTERNAL, { 'gen_ai.operation.name': 'framework', 'gen_ai.system': 'spring_ai', 'spring.ai.kind': 'chat_client' }],
    ['chat claude-sonnet-4-5', INTERNAL, { 'gen_ai.operation.name': 'chat', 'gen_ai.system': 'anthropic', 'gen_ai.request.model': 'claude-sonnet-4-5', 'gen_ai.response.model': 'claude-sonnet-4-5-20250929', 'gen_ai.response.id': 'msg_1', 'gen_ai.usage.input_tokens': '1000', 'gen_ai.usage.output_tokens': '60', 'gen_ai.usage.total_tokens': '1060', 'gen_ai.usage.cache_read.input_tokens': '500' }, { within: 'spring_ai chat_client' }],
    ['chat gpt-5-mini', INTERNAL, { 'gen_ai.operation.name': 'chat', 'gen_ai.system': 'openai', 'gen_ai.request.model': 'gpt-5-mini', 'gen_ai.usage.input_tokens': '1200', 'gen_ai.usage.output_tokens': '80', 'gen_ai.usage.total_tokens': '1280' }],
    ['embedding text-embedding-3-small', INTERNAL, { 'gen_ai.operation.name': 'embedding', 'gen_ai.system': 'openai', 'gen_ai.request.model': 'text-embedding-3-small', 'gen_ai.usage.input_tokens': '9', 'gen_ai.usage.total_tokens': '9' }],
    ['image gpt-image-1', INTERNAL, { 'gen_ai.operation.name': 'image', 'gen_ai.system': 'openai', 'gen_ai.request.model': 'gpt-image-1' }]],
]);

// quarkus-langchain4j, core/runtime …/observability; the span of the AI service has no operation.
write('quarkus-langchain4j', [
  ['io.quarkus.opentelemetry', '',
    ['langchain4j.aiservices.Poet.write', INTERNAL, { 'code.function': 'write' }],
    ['completion gpt-5-mini', INTERNAL, { 'gen_ai.operation.name': 'chat', 'gen_ai.system': 'openai', 'gen_ai.request.model': 'gpt-5-mini', 'gen_ai.response.model': 'gpt-5-mini-2026-01-01', 'gen_ai.response.id': 'chatcmpl-1', 'gen_ai.usage.prompt_tokens': 1200, 'gen_ai.usage.completion_tokens': 80 }],
    ['completion claude-sonnet-4-5', INTERNAL, { 'gen_ai.operation.name': 'chat', 'gen_ai.system': 'anthropic', 'gen_ai.request.model': 'claude-sonnet-4-5', 'gen_ai.usage.prompt_tokens': 1000, 'gen_ai.usage.completion_tokens': 60 }]],
]);

// pydantic-ai with logfire: runs repeat the usage of their calls, pending spans repeat what has begun.
write('pydantic-ai', [
  ['pydantic-ai', '1.20.0',
    ['agent run', INTERNAL, { model_name: 'gpt-5-mini', agent_name: 'agent', 'gen_ai.usage.input_tokens': 1200, 'gen_ai.usage.output_tokens': 80, 'logfire.span_type': 'span' }],
    ['invoke_agent agent', INTERNAL, { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.name': 'agent', 'gen_ai.aggregated_usage.input_tokens': 1200 }],
    ['chat gpt-5-mini (pending)', INTERNAL, { 'gen_ai.operation.name': 'chat', 'gen_ai.system': 'openai', 'gen_ai.request.model': 'gpt-5-mini', 'logfire.span_type': 'pending_span' }],
    ['chat gpt-5-mini', INTERNAL, { 'gen_ai.operation.name': 'chat', 'gen_ai.system': 'openai', 'gen_ai.request.model': 'gpt-5-mini', 'gen_ai.response.model': 'gpt-5-mini-2026-01-01', 'gen_ai.usage.input_tokens': 1200, 'gen_ai.usage.output_tokens': 80, 'gen_ai.usage.details.cache_read_tokens': 1024, 'gen_ai.usage.details.reasoning_tokens': 48, 'operation.cost': 0.0004, 'logfire.span_type': 'span' }],
    ['running tool', INTERNAL, { 'gen_ai.tool.name': 'weather', 'logfire.span_type': 'span' }]],
]);

// OpenRouter, "Broadcast": a root for the generation, a child for each provider that was tried.
write('openrouter', [
  ['openrouter', '1.0.0',
    ['LLM Generation', CLIENT, { 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'openrouter', 'gen_ai.request.model': 'openai/gpt-5-mini', 'gen_ai.response.model': 'openai/gpt-5-mini', 'gen_ai.usage.input_tokens': 1200, 'gen_ai.usage.output_tokens': 80, 'gen_ai.usage.total_cost': 0.00046 }],
    ['provider attempt 1', CLIENT, { 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'azure', 'gen_ai.request.model': 'gpt-5-mini' }, { failed: 'overloaded', within: 'LLM Generation' }],
    ['provider attempt 2', CLIENT, { 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'openai', 'gen_ai.request.model': 'gpt-5-mini', 'gen_ai.usage.input_tokens': 1200, 'gen_ai.usage.output_tokens': 80 }, { within: 'LLM Generation' }]],
]);

// vLLM, docs/examples/online_serving/opentelemetry: the server's side of a call.
write('vllm', [
  ['vllm.llm_engine', '',
    ['llm_request', SERVER, { 'gen_ai.request.model': 'qwen3-8b', 'gen_ai.usage.prompt_tokens': 1200, 'gen_ai.usage.completion_tokens': 80, 'gen_ai.latency.time_to_first_token': 0.1 }]],
]);
