import LockOutlined from '@mui/icons-material/LockOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { texts } from '@/texts';
import { State } from './State';

export function Forbidden() {
  return (
    <State
      level={1}
      icon={<LockOutlined />}
      title={texts.states.forbiddenTitle}
      detail={texts.states.forbiddenDetail}
      action={
        <Button component={Link} to="/me" variant="contained">
          {texts.states.forbiddenAction}
        </Button>
      }
    />
  );
}
