import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import type { ReactNode } from 'react';
import { texts } from '@/texts';
import { State } from './State';

interface Props {
  title?: string;
  detail?: ReactNode;
  action?: ReactNode;
  level?: 1 | 2;
}

export function Empty({ title = texts.states.emptyTitle, ...said }: Props) {
  return <State icon={<InsightsOutlined />} title={title} {...said} />;
}
