import { fromBase64url, toBase64url } from '../../../shared/base64url.ts';
import type { AddressedEnvelope } from '../../../shared/intake.ts';
import { replyKeysOfNobody } from '../../../shared/message.ts';
import type { ManagedSettings } from '../../../shared/settings-table.ts';
import type { Kind } from '../../../shared/taxonomy.ts';
import {
  type AlarmName,
  isAlarmSet,
  keepRewriteAlarm,
  nextRing,
  setSendAlarm,
} from '../../browser/alarms.ts';
import { BUILD } from '../../browser/build-constant.ts';
import { nowSeconds, untilSeconds } from '../../browser/clock.ts';
import type { Answers, InstallState, Told } from '../../browser/messages.ts';
import { keepLastGood, readLastGood, readPolicy } from '../../browser/policy-source.ts';
import { randomBytes } from '../../browser/random.ts';
import { outboxInMemory, remember, remembered, sessionMemory } from '../../browser/session-memory.ts';
import { browserLanguage, openPanel, setButton, setMenu, showMark } from '../../browser/toolbar.ts';
import { packsAt, relayAt } from '../../browser/transport.ts';
import { deskFor } from '../../compose/desks.ts';
import { sealConcern } from '../../compose/sealing.ts';
import { type Dispatch, makeDispatch } from '../../outbox/dispatch.ts';
import { movingInto } from '../../outbox/home.ts';
import { logOff } from '../../outbox/log-off.ts';
import { type Pace, paceOf, secondsToNextTick, settleSeconds, startingPace } from '../../outbox/pace.ts';
import { makeQueue } from '../../outbox/queue.ts';
import { silentSince } from '../../outbox/silence.ts';
import { type SettingsState, settingsState } from '../../policy/settings-state.ts';
import { keyringStore } from '../../store/keyring-store.ts';
import { outboxStore } from '../../store/outbox-store.ts';
import { packStore } from '../../store/pack-store.ts';
import { publicStore } from '../../store/public-store.ts';

/** The button and the context menu, made anew only when something about them changes: a background starts often. */
async function showInToolbar(running: Running | null): Promise<void> {
  const button = running?.settings.panel !== 'hidden';
  const menu = button && running !== null;
  const wanted = JSON.stringify({ button, menu, language: browserLanguage() });
  if ((await remembered('toolbar')) === wanted) return;
  await setButton(button);
  await setMenu(menu);
  await remember('toolbar', wanted);
}

/** Time for Undo. */
const UNDO_SECONDS = 5;
const MARK_MS = 4000;

interface Running {
  readonly settings: ManagedSettings;
  readonly dispatch: Dispatch;
  readonly pace: Pace;
}

interface Awake extends Running {
  /** The browser has just started, and `send` was set for it. */
  readonly fresh: boolean;
}

/** The install while its background lives: settings from policy or build, and the sending that goes by them. */
export function startInstall() {
  const queue = makeQueue();
  const settingsQueue = makeQueue();
  let known: SettingsState | null = null;
  let running: Running | null = null;
  let waking: Promise<Awake | null> | null = null;
  /** Once both clocks go, whoever asks something need not look at them again. */
  let clocksGo = false;

  /** Reads the policy and begins anew where it says something else than before. */
  function readSettings(): Promise<Running | null> {
    return settingsQueue(async () => {
      const next = settingsState(await readPolicy(), BUILD, await readLastGood());
      const changed = known === null || JSON.stringify(known) !== JSON.stringify(next);
      known = next;
      if (!changed) return running;
      running = next.state === 'ready' ? run(next.settings) : null;
      clocksGo = false;
      if (next.state === 'ready' && next.source === 'policy') await keepLastGood(next.settings);
      await showInToolbar(running);
      return running;
    });
  }

  function run(settings: ManagedSettings): Running {
    const disk = outboxStore();
    const outbox =
      settings.profile === 'wiped' ? movingInto(outboxInMemory, disk) : movingInto(disk, outboxInMemory);
    const dispatch = makeDispatch(
      {
        outbox,
        files: publicStore(),
        packs: { ...packStore(), fetch: packsAt(settings.relayUrl) },
        keyrings: keyringStore(),
        session: sessionMemory,
        relay: relayAt(settings.relayUrl),
        queue,
        until: untilSeconds,
        clock: nowSeconds,
        random: randomBytes,
      },
      {
        rootKey: fromBase64url(settings.rootKey),
        relayKey: fromBase64url(settings.relayKey),
        staffKey: fromBase64url(settings.staffKey),
      },
    );
    return { settings, dispatch, pace: BUILD.demo?.pace ?? paceOf(settings.sendMinutes) };
  }

  /** What is running, with both clocks going. Whoever asks at the same time gets the same answer. */
  function awake(): Promise<Awake | null> {
    waking ??= wake().finally(() => {
      waking = null;
    });
    return waking;
  }

  async function wake(): Promise<Awake | null> {
    const now = running ?? (await readSettings());
    if (now === null) {
      // Looks again by itself: Firefox never tells of a policy that comes later.
      await keepRewriteAlarm(paceOf(1).rewriteSeconds);
      return null;
    }
    const fresh = await now.dispatch.begin();
    await keepRewriteAlarm(now.pace.rewriteSeconds);
    // An alarm that an earlier session left would ring at once, on every computer that wakes up at seven.
    if (fresh || !(await isAlarmSet('send'))) await setNextTick(now);
    clocksGo = true;
    return { ...now, fresh };
  }

  async function setNextTick({ dispatch, pace }: Running): Promise<void> {
    const { session } = await dispatch.standing();
    await setSendAlarm(secondsToNextTick(session.startTicks > 0 ? startingPace(pace) : pace, randomBytes));
  }

  async function ring(name: AlarmName): Promise<void> {
    const begunSeconds = nowSeconds();
    const now = await awake();
    if (now === null || now.fresh) return;
    if (name === 'rewrite') {
      if (now.settings.profile !== 'wiped') await now.dispatch.rewrite();
      return;
    }
    // Set before anything else, so that a background which ends in the middle is woken for the next tick.
    await setNextTick(now);
    await now.dispatch.tick({ begunSeconds, settleSeconds: settleSeconds(now.pace) });
  }

  /** One of the two context menu entries: a concern with a kind and nothing else, sealed here. */
  async function flagFromMenu(kind: Kind): Promise<void> {
    const now = await awake();
    if (now === null || now.settings.panel === 'hidden') return;
    const { files } = await now.dispatch.standing();
    if (files.keys === null || files.manifest === null) {
      // The panel says what is missing.
      await openPanel();
      return;
    }
    const desk = deskFor(files.keys, kind);
    const to = { keys: files.keys, atSeconds: files.manifest.timeSeconds };
    const concern = now.settings.panel === 'practice' ? { kind, practice: true as const } : { kind };
    const content = sealConcern(concern, desk.id, replyKeysOfNobody(randomBytes), to, randomBytes);
    const id = toBase64url(randomBytes(12));
    const held = await answers.hold(id, content, UNDO_SECONDS);
    if (held.ok) await remember('flagged', { id, kind, desk: desk.slug, atSeconds: nowSeconds() });
    if (!(await openPanel()) && held.ok) await showMark(MARK_MS);
  }

  async function asked(act: (dispatch: Dispatch) => Promise<boolean>, no: 'failed' | 'gone'): Promise<Told> {
    const now = clocksGo ? running : await awake();
    if (now === null || now.settings.panel === 'hidden') return { ok: false, code: 'not-ready' };
    return (await act(now.dispatch)) ? { ok: true } : { ok: false, code: no };
  }

  const answers: Answers = {
    state: (id) => stateFor(id),
    hold: (id: string, content: AddressedEnvelope, undoSeconds: number) =>
      asked((dispatch) => dispatch.hold({ id, content, undoSeconds }), 'failed'),
    replace: (id, content) => asked((dispatch) => dispatch.replace(id, content), 'gone'),
    behind: (id, seconds) => asked((dispatch) => dispatch.keepBehind(id, seconds), 'gone'),
    withdraw: (id) => asked((dispatch) => dispatch.withdraw(id), 'gone'),
  };

  async function stateFor(id: string | null): Promise<InstallState> {
    const now = clocksGo ? running : await awake();
    const state = known ?? { state: 'waiting' as const, reports: [] };
    const mismatched = state.state === 'mismatch' ? state.pins : [];
    if (now === null || state.state !== 'ready') {
      const name = state.state === 'ready' ? 'waiting' : state.state;
      return { settings: { state: name }, reports: state.reports, mismatched, sending: null };
    }
    const { session, files, room, whereabouts } = await now.dispatch.standing();
    const clock = nowSeconds();
    return {
      settings: { state: 'ready', source: state.source, values: state.settings },
      reports: state.reports,
      mismatched,
      sending: {
        logOff: logOff({
          wiped: now.settings.profile === 'wiped',
          room,
          failures: session.failures,
          nowSeconds: clock,
          nextRewriteSeconds: await nextRing('rewrite'),
          nextTickSeconds: await nextRing('send'),
          rewriteSeconds: now.pace.rewriteSeconds,
          meanSeconds: now.pace.meanSeconds,
          heldSeconds: UNDO_SECONDS + 1,
        }),
        silentSince: silentSince(session, files.manifest?.timeSeconds ?? null, clock),
        stopped: session.stopped?.file ?? null,
        lastOutcome: session.lastOutcome,
        noticed: session.noticed,
        storedSeconds: session.storedSeconds,
        whereabouts: id === null ? null : whereabouts(id),
      },
    };
  }

  return {
    answers,
    ring,
    flagFromMenu,
    async policyChanged(): Promise<void> {
      await readSettings();
      await awake();
    },
    async start(): Promise<void> {
      await awake();
    },
  };
}
