import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { HiddenText } from '@/components/HiddenText';
import { texts } from '@/texts';

/** What somebody wrote. */
export function Question({ content }: { content: string }) {
  return (
    <Box component="li" sx={{ display: 'flex', justifyContent: 'flex-end' }}>
      <Box
        sx={{
          maxWidth: 'min(85%, 64ch)',
          px: 2,
          py: 1.25,
          borderRadius: '20px 20px 4px 20px',
          bgcolor: 'surface.secondaryContainer',
          color: 'surface.onSecondaryContainer',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          lineHeight: 1.5,
        }}
      >
        <HiddenText>{`${texts.chat.you}: `}</HiddenText>
        {content}
      </Box>
    </Box>
  );
}

interface ReplyProps {
  /** Who answers. */
  model: string;
  children: ReactNode;
}

export function Reply({ model, children }: ReplyProps) {
  return (
    <Box component="li" sx={{ maxWidth: '76ch', minWidth: 0 }}>
      <Box sx={{ mb: 0.5, fontSize: '0.8125rem', fontWeight: 600, color: 'text.secondary' }}>
        {model}
      </Box>
      {children}
    </Box>
  );
}
