// Runs each emitter in a process of its own and keeps what its exporters send:
//   node capture.mjs [NAME…]
// in ../resources/otlp/NAME.json and NAME.pb, unpacked. The spans of both are the same. Stack traces, which name paths, are cut.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import { startProviders } from './providers.mjs';

const here = import.meta.dirname;
const kept = path.join(here, '../resources/otlp');
const providers = await startProviders();

async function startCollector() {
  const exports = { 'application/json': [], 'application/x-protobuf': [] };
  const server = http.createServer(async (request, out) => {
    const parts = [];
    for await (const part of request) {
      parts.push(part);
    }
    const body = Buffer.concat(parts);
    const unpacked = request.headers['content-encoding'] === 'gzip' ? zlib.gunzipSync(body) : body;
    const type = request.headers['content-type'].split(';')[0];
    exports[type]?.push(unpacked);
    console.log(`  ${request.method} ${request.url} ${type} ${body.length} bytes ${request.headers.authorization ?? ''}`);
    out.writeHead(200, { 'content-type': type });
    out.end(type === 'application/json' ? '{}' : '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { exports, url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

function keep(name, exports) {
  const json = exports['application/json'];
  const protobuf = exports['application/x-protobuf'];
  if (json.length > 0) {
    const whole = { resourceSpans: json.flatMap((each) => JSON.parse(each).resourceSpans) };
    fs.writeFileSync(path.join(kept, `${name}.json`), `${JSON.stringify(whole, null, 1)}\n`);
  }
  if (protobuf.length > 0) {
    fs.writeFileSync(path.join(kept, `${name}.pb`), Buffer.concat(protobuf)); // Repeated fields add up.
  }
}

const wanted = process.argv.slice(2);
const all = fs.readdirSync(path.join(here, 'emitters')).filter((file) => file.endsWith('.mjs')).map((file) => path.basename(file, '.mjs'));
fs.mkdirSync(kept, { recursive: true });
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(name);
  const collector = await startCollector();
  const emitter = spawn(process.execPath, ['--stack-trace-limit=0', path.join(here, 'emitters', `${name}.mjs`)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, OTEL_SERVICE_NAME: 'shop', PROVIDERS: providers.url, COLLECTOR: collector.url },
  });
  const code = await new Promise((done) => emitter.on('exit', done));
  collector.stop();
  if (code !== 0) {
    console.error(`  failed with ${code}`);
    process.exitCode = 1;
  } else {
    keep(name, collector.exports);
  }
}
providers.stop();
