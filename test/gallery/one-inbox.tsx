import { render } from 'preact';
import { answerTools } from '../../extension/entrypoints/inbox/answer-tools.ts';
import { checkWords } from '../../extension/inbox/leaving.ts';
import { practiceIn } from '../../extension/inbox/practice/concerns.ts';
import { ACCESS_TOOLS } from '../../extension/inbox/subject-access.ts';
import type { OpenView } from '../../extension/inbox/view.ts';
import type { InboxCallbacks } from '../../extension/ui/inbox/contract.ts';
import { InboxPage } from '../../extension/ui/inbox/inbox.tsx';
import { LANGUAGES } from '../../extension/ui/languages.ts';
import { createTranslator, type Messages } from '../../extension/ui/translator.ts';
import { deskAtWork } from './fake-desk.ts';

/*
 * The real inbox over a mailroom in memory: inbox.html#lang=ar&scheme=dark. `inbox`, `colleague`, `pulse` and `open` stand on the
 * window, for whoever takes pictures.
 */

async function show(): Promise<void> {
  const asked = new URLSearchParams(location.hash.slice(1));
  document.documentElement.style.colorScheme = asked.get('scheme') ?? 'light dark';
  const code = asked.get('lang') ?? 'en';
  const url = LANGUAGES.find((language) => language.code === code)?.url ?? '';
  const t = createTranslator(code, (await (await fetch(url)).json()) as Messages);
  const { inbox, colleague, pulse } = await deskAtWork();
  const on = {
    onFile: () => undefined,
    onForget: () => void inbox.forgetBackup(),
    onUnlock: (passphrase: string, keep: boolean) => void inbox.unlock(passphrase, keep),
    onLock: () => inbox.lock('asked'),
    onBrowse: inbox.browse,
    onAct: (concerns, action) => void inbox.act(concerns, action),
    onAnswer: (concern, draft) => void inbox.answer(concern, draft),
    onTemplate: (name, text) => void inbox.keepTemplate(name, text),
    answering: await answerTools([], code),
    onPractice: () => practiceIn(code),
    onPulse: inbox.ask,
    onAgreeToPulse: (event) => void inbox.agreeToAsk(event),
    onSubjectSearch: inbox.searchSubject,
    access: ACCESS_TOOLS,
    onUndo: () => void inbox.undo(),
    onSync: () => void inbox.sync(),
    onPrint: () => print(),
    onDesk: (action) => void inbox.tell(action),
    onCard: () => undefined,
    onRecover: async () => null,
    onBulletin: inbox.publish,
    onRecoveryFile: async () => true,
    onHelp: async () => ({ label: 'Guardian', word: 'Abcd'.repeat(12) }),
    onSimilar: inbox.similar,
    check: checkWords,
    onSave: () => undefined,
  } as Partial<InboxCallbacks> as InboxCallbacks;
  const page = document.getElementById('page') ?? document.body;
  const draw = (): void => render(<InboxPage view={inbox.view()} on={on} t={t} />, page);
  inbox.subscribe(draw);
  draw();
  Object.assign(window, { inbox, colleague, pulse, open: () => inbox.view() as OpenView });
}

void show();
