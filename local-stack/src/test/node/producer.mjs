import { randomBytes } from 'node:crypto'
import kafkajs from 'kafkajs'

const kafka = new kafkajs.Kafka({
  clientId: 'my-service',
  brokers: [process.env.KAFKA_BOOTSTRAP_SERVERS ?? 'localhost:9092'],
  logLevel: kafkajs.logLevel.ERROR,
})
const producer = kafka.producer({
  idempotent: true, // with acks: -1
  retry: { retries: 20, maxRetryTime: 30_000 },
})

function uuidv7() {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = 0x70 | (bytes[6] & 0x0f)
  bytes[8] = 0x80 | (bytes[8] & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

// Not awaited by the call of the model. A rejection is an event to send again, the same bytes.
function record(org, provider, model, usage, more = {}) {
  const eventId = uuidv7()
  const event = { eventId, orgId: org, provider, modelName: model, rawUsage: usage, ...more }
  event.occurredAt ??= new Date().toISOString()
  return producer.send({
    topic: 'usage.events',
    acks: -1,
    compression: kafkajs.CompressionTypes.GZIP,
    messages: [{ key: eventId, value: JSON.stringify(event) }],
  })
}

await producer.connect()
const usage = { prompt_tokens: 1200, completion_tokens: 350, total_tokens: 1550 } // response.usage
await record('acme', 'openai', 'gpt-4o', usage, { userId: 'u-17', metadata: { storyId: 'S-12' } })
await producer.disconnect() // sends what is left
