import Box from '@mui/material/Box';
import { memo } from 'react';
import type { Pieces } from '../answers/pieces';

const Piece = memo(function Piece({ text }: { text: string }) {
  return <span>{text}</span>;
});

interface Props {
  pieces: Pieces;
  /** More may come: what is no sentence yet is not read out. */
  growing: boolean;
}

/** Text as it was written, whatever is in it. */
export function GrowingText({ pieces: { whole, growing: last }, growing }: Props) {
  return (
    <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: 1.6 }}>
      {whole.map((text, index) => (
        <Piece key={index} text={text} />
      ))}
      {/* What is added to a live region is read out; what is shown in it from then on is not. */}
      {growing ? (
        <span key="growing" aria-hidden>
          {last}
        </span>
      ) : (
        <span key="last">{last}</span>
      )}
    </Box>
  );
}
