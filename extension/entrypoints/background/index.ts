import { defineBackground } from 'wxt/utils/define-background';
import { onAlarm } from '../../browser/alarms.ts';
import { answerPages } from '../../browser/messages.ts';
import { serveOwnScripts } from '../../browser/own-scripts.ts';
import { onPolicyChange } from '../../browser/policy-source.ts';
import { onBrowserStart, onInstalled } from '../../browser/starts.ts';
import { onMenu } from '../../browser/toolbar.ts';
import { forgetWhatIsOver } from './forgetting.ts';
import { startInstall } from './install.ts';

/*
 * Everything that wakes the background is listened to at once, before anything is waited for: a browser only wakes it
 * for what it listened to in its first moment.
 */
export default defineBackground(() => {
  serveOwnScripts();
  const install = startInstall();
  onAlarm((name) => {
    void forgetWhatIsOver(Date.now());
    void install.ring(name);
  });
  answerPages(install.answers);
  onMenu((kind) => void install.flagFromMenu(kind));
  onPolicyChange(() => void install.policyChanged());
  onBrowserStart(() => void install.start());
  onInstalled(() => void install.start());
  void install.start();
});
