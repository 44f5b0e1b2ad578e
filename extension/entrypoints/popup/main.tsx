import { startPanel } from './panel-page.tsx';

const place = document.querySelector('#panel');
if (place !== null) void startPanel(place);
