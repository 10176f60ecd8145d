import ArrowForward from '@mui/icons-material/ArrowForward';
import Box from '@mui/material/Box';
import { HiddenText } from '@/components/HiddenText';
import { texts } from '@/texts';
import type { Changed } from './changed';
import { fieldLabel } from './names';

export function ChangedValue({ changed: { field, before, after } }: { changed: Changed }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
      <Box component="dt" sx={{ minWidth: 130, color: 'text.secondary' }}>
        {fieldLabel(field)}
      </Box>
      <Box
        component="dd"
        sx={{ m: 0, display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}
      >
        {before !== undefined && (
          <>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {before}
            </Box>
            <ArrowForward aria-hidden sx={{ fontSize: 16, color: 'text.secondary' }} />
            <HiddenText>{texts.audit.becomes}</HiddenText>
          </>
        )}
        <Box component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {after}
        </Box>
      </Box>
    </Box>
  );
}
