import Box from '@mui/material/Box';
import { ChartCard } from '@/components/ChartCard';
import { LoadMore } from '@/components/LoadMore';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { texts } from '@/texts';
import { useQuarantine } from '../api/useQuarantine';
import { MoveItem } from './MoveItem';

const words = texts.prices.lists;

export function QuarantineCard() {
  const quarantine = useQuarantine();
  return (
    <ChartCard title={words.quarantine} subtitle={words.quarantineLead}>
      <Loaded query={quarantine} height={220}>
        {({ pages }) => {
          const moves = pages.flatMap((page) => page.moves);
          return moves.length === 0 ? (
            <Empty title={words.quarantineEmpty} detail={words.quarantineEmptyDetail} />
          ) : (
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {moves.map((move) => (
                <MoveItem key={move.id} move={move} />
              ))}
            </Box>
          );
        }}
      </Loaded>
      <LoadMore query={quarantine} />
    </ChartCard>
  );
}
