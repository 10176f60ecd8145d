import Box from '@mui/material/Box';
import type { CallsQuery } from '@/api/useCalls';
import type { ParamChange } from '@/lib/params';
import { providerName } from '@/lib/names';
import { texts } from '@/texts';
import { ChoiceFilter } from './ChoiceFilter';
import { ConversationFilter } from './ConversationFilter';
import type { CallFilters } from './filters';
import { OutcomeFilter } from './OutcomeFilter';

const words = texts.calls.filters;

interface Props {
  query: CallsQuery;
  more: CallFilters;
  onChange: (changed: ParamChange) => void;
}

export function MoreFilters({ query, more, onChange }: Props) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        pt: 0.75,
        width: '100%',
        gridTemplateColumns: {
          xs: '1fr',
          sm: 'repeat(2, minmax(0, 1fr))',
          md: 'repeat(3, minmax(0, 1fr))',
          xl: 'repeat(5, minmax(0, 1fr)) auto',
        },
      }}
    >
      <ChoiceFilter
        query={query}
        label={words.provider}
        by="provider"
        value={more.provider}
        name={providerName}
        onChange={(provider) => onChange({ provider })}
      />
      <ChoiceFilter
        query={query}
        label={words.modelName}
        by="modelName"
        value={more.modelName}
        onChange={(modelName) => onChange({ modelName })}
      />
      <ChoiceFilter
        query={query}
        label={words.activity}
        by="activity"
        value={more.activity}
        onChange={(activity) => onChange({ activity })}
      />
      <ChoiceFilter
        query={query}
        label={words.userId}
        by="user"
        value={more.userId}
        onChange={(userId) => onChange({ userId })}
      />
      <ConversationFilter
        value={more.conversationId}
        onChange={(conversationId) => onChange({ conversationId })}
      />
      <OutcomeFilter value={more.success} onChange={(success) => onChange({ success })} />
    </Box>
  );
}
