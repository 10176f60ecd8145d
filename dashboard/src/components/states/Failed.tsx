import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import Button from '@mui/material/Button';
import { Problem } from '@/api/problem';
import { texts } from '@/texts';
import { Forbidden } from './Forbidden';
import { State } from './State';

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** What a service said when it did not answer with what was asked for. */
export function Failed({ error, onRetry }: Props) {
  if (error instanceof Problem && error.status === 403) {
    return <Forbidden />;
  }
  const detail = error instanceof Problem ? error.message : texts.states.errorDetail;
  const code = error instanceof Problem ? error.code : undefined;
  return (
    <div role="alert">
      <State
        icon={<CloudOffOutlined />}
        title={texts.states.errorTitle}
        detail={code === undefined ? detail : `${detail} (${texts.states.code(code)})`}
        action={
          onRetry !== undefined && (
            <Button variant="outlined" onClick={onRetry}>
              {texts.states.retry}
            </Button>
          )
        }
      />
    </div>
  );
}
