import HubOutlined from '@mui/icons-material/HubOutlined';
import { PageTitle } from '@/components/PageTitle';
import { State } from '@/components/states/State';
import { texts } from '@/texts';

const words = texts.chat;

/** @param detail why, where the gateway says so */
export function ChatOff({ detail = words.offDetail }: { detail?: string | undefined }) {
  return (
    <>
      <PageTitle title={words.title} />
      <State level={1} icon={<HubOutlined />} title={words.offTitle} detail={detail} />
    </>
  );
}
