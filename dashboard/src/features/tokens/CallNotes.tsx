import Box from '@mui/material/Box';
import type { ApiToken } from '@/api/answers';
import { texts } from '@/texts';

const words = texts.tokens.calls;

/** What a token says of the calls made with it, a line each; nothing for others. */
export function CallNotes({ token: { userId, tags, models, upstreams } }: { token: ApiToken }) {
  const lines: string[] = [];
  if (userId !== null) {
    lines.push(words.as(userId));
  }
  lines.push(...Object.entries(tags).map(([key, value]) => words.tag(key, value)));
  if (models.length > 0) {
    lines.push(words.onlyModels(models.join(', ')));
  }
  if (upstreams.length > 0) {
    lines.push(words.through(upstreams.join(', ')));
  }
  return lines.map((line) => (
    <Box key={line} sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
      {line}
    </Box>
  ));
}
