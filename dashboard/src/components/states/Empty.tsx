import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import type { ReactNode } from 'react';
import { texts } from '@/texts';
import { State } from './State';

interface Props {
  title?: string;
  detail?: ReactNode;
  action?: ReactNode;
}

export function Empty({ title = texts.states.emptyTitle, detail, action }: Props) {
  return <State icon={<InsightsOutlined />} title={title} detail={detail} action={action} />;
}
