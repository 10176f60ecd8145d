import Box from '@mui/material/Box';
import type { Call } from '@/api/answers';
import { texts } from '@/texts';
import { Exact } from '../Exact';
import { PanelSection } from './PanelSection';

const words = texts.call.tokens;

interface Line {
  label: string;
  of: (call: Call) => number;
  /** How deep it is a part of what stands above. */
  depth: 0 | 1 | 2;
}

/** What stands there though it is 0. */
const ALWAYS = [words.input, words.output, words.total];

const LINES: Line[] = [
  { label: words.input, of: ({ inputTokens }) => inputTokens, depth: 0 },
  { label: words.cacheRead, of: ({ cacheReadTokens }) => cacheReadTokens, depth: 1 },
  { label: words.cacheReadAudio, of: ({ cacheReadAudioTokens }) => cacheReadAudioTokens, depth: 2 },
  { label: words.cacheReadImage, of: ({ cacheReadImageTokens }) => cacheReadImageTokens, depth: 2 },
  { label: words.cacheWrite, of: ({ cacheWriteTokens }) => cacheWriteTokens, depth: 1 },
  { label: words.cacheWrite1h, of: ({ cacheWrite1hTokens }) => cacheWrite1hTokens, depth: 2 },
  { label: words.audioInput, of: ({ audioInputTokens }) => audioInputTokens, depth: 1 },
  { label: words.imageInput, of: ({ imageInputTokens }) => imageInputTokens, depth: 1 },
  { label: words.output, of: ({ outputTokens }) => outputTokens, depth: 0 },
  { label: words.reasoning, of: ({ reasoningTokens }) => reasoningTokens, depth: 1 },
  { label: words.audioOutput, of: ({ audioOutputTokens }) => audioOutputTokens, depth: 1 },
  { label: words.imageOutput, of: ({ imageOutputTokens }) => imageOutputTokens, depth: 1 },
  { label: words.embedding, of: ({ embeddingTokens }) => embeddingTokens, depth: 0 },
  { label: words.total, of: ({ totalTokens }) => totalTokens, depth: 0 },
];

export function TokenSection({ call }: { call: Call }) {
  const lines = LINES.filter(({ of, label }) => ALWAYS.includes(label) || of(call) > 0);
  return (
    <PanelSection title={words.title}>
      <Box component="dl" sx={{ m: 0, fontSize: '0.875rem' }}>
        {lines.map(({ label, of, depth }, index) => (
          <Box
            key={index}
            sx={{
              display: 'flex',
              justifyContent: 'space-between',
              pl: depth * 2,
              py: 0.25,
              color: depth === 0 ? 'text.primary' : 'text.secondary',
              fontWeight: label === words.total ? 700 : 400,
            }}
          >
            <dt>{label}</dt>
            <Box component="dd" sx={{ m: 0 }}>
              <Exact count={of(call)} />
            </Box>
          </Box>
        ))}
      </Box>
    </PanelSection>
  );
}
