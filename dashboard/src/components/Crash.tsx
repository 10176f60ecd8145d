import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import Button from '@mui/material/Button';
import { texts } from '@/texts';
import { State } from './states/State';

export function Crash() {
  return (
    <div role="alert">
      <State
        level={1}
        icon={<ReportProblemOutlined />}
        title={texts.states.crashTitle}
        detail={texts.states.crashDetail}
        action={
          <Button variant="contained" onClick={() => window.location.reload()}>
            {texts.states.reload}
          </Button>
        }
      />
    </div>
  );
}
