import Drawer from '@mui/material/Drawer';
import { useState } from 'react';
import type { Call } from '@/api/answers';
import { Empty } from '@/components/states/Empty';
import { texts } from '@/texts';
import { useSelectedCall } from '../useSelectedCall';
import { CallView } from './CallView';
import { PanelHeader } from './PanelHeader';

const WIDTH = 520;

interface Props {
  /** Those of the page, of which the address names one. */
  calls: Call[];
  tz: string;
}

export default function CallPanel({ calls, tz }: Props) {
  const { selected, select } = useSelectedCall();
  const close = () => select(undefined);
  // While the panel slides away it still shows what it showed.
  const [shown, setShown] = useState(selected);
  if (selected !== undefined && selected !== shown) {
    setShown(selected);
  }
  const index = calls.findIndex(({ eventId }) => eventId === shown);
  const call = calls[index];
  return (
    <Drawer
      anchor="right"
      open={selected !== undefined}
      onClose={close}
      slotProps={{
        paper: {
          elevation: 0,
          role: 'dialog',
          'aria-modal': true,
          'aria-label': texts.call.title,
          sx: { width: WIDTH, maxWidth: '100%', p: { xs: 2, sm: 3 } },
        },
      }}
    >
      <PanelHeader
        call={call}
        newer={index > 0 ? calls[index - 1]?.eventId : undefined}
        older={call && calls[index + 1]?.eventId}
        onSelect={select}
        onClose={close}
      />
      {call !== undefined && <CallView key={call.eventId} call={call} tz={tz} />}
      {shown !== undefined && call === undefined && (
        <Empty title={texts.call.notHereTitle} detail={texts.call.notHere} />
      )}
    </Drawer>
  );
}
