import TravelExploreOutlined from '@mui/icons-material/TravelExploreOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { texts } from '@/texts';
import { State } from './State';

export function NotFound() {
  return (
    <State
      level={1}
      icon={<TravelExploreOutlined />}
      title={texts.states.notFoundTitle}
      detail={texts.states.notFoundDetail}
      action={
        <Button component={Link} to="/" variant="contained">
          {texts.states.home}
        </Button>
      }
    />
  );
}
