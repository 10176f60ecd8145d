import '@fontsource-variable/figtree/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { start } from './app/start';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no element "root"');
}
createRoot(root).render(
  <StrictMode>
    <App started={start()} />
  </StrictMode>,
);
