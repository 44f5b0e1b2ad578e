import { toBase64url } from '../../shared/base64url.ts';
import type { InitAnswers } from './init-answers.ts';
import type { Organisation } from './organisation.ts';

/** The settings file of a new organisation, every line with its comment. */
export function settingsTemplate(answers: InitAnswers, organisation: Organisation): string {
  const { relayUrl, mailroomUrl, sendMinutes, windowHours, minimumCrowd, timeZone } = answers;
  const text = JSON.stringify;
  return `# Settings of ${answers.organisation.name}. Made by "candor init"; read by "candor serve", "candor pack" and "candor policy".
# Any line of [relay] and [mailroom] can be overridden by the environment, such as CANDOR_RELAY_PORT=9000.
# Paths are relative to this file.

# Public half of the offline root. Everything is checked against it; it is pinned in the extension and in policy.
rootKey = ${text(toBase64url(organisation.root.publicKey))}

[relay]  # Run by ${answers.operator.name}. Copy this file and the folder relay/ to that machine.
host = "127.0.0.1"                      # Listens here; put a TLS-terminating proxy in front that logs no addresses.
port = 8480
identityFile = "relay/relay.key"        # Signs manifests. Pinned in the extension and in policy.
staffKeyFiles = ["relay/staff.key"]     # One, or two while the key is being changed.
wrapKeyFile = "relay/relay-wrap.key"    # Wraps hop keys at rest. Keep it out of backups of the database.
drop = "sqlite:relay/drop.sqlite"       # Or "postgres://…" for several copies of the relay.
windowSeconds = ${windowHours * 3600}                    # How often a pack closes.
hopKeySeconds = 3600                    # How long a hop key is in use; it is destroyed after twice that.
meanSendSeconds = ${sendMinutes * 60}                   # The mean pause between two cells of one install: 60 × sendMinutes below.
minimumCrowd = ${minimumCrowd}                      # Machines that a pack must hold; otherwise its cells wait.
packDays = 14                           # Packs that the mailroom has not fetched by then are deleted.
keyringNoticeSeconds = 86400            # A changed keyring is announced for so long before installs get it.
siteBudgetPerSecond = 500               # Cells a second for the whole site, a few times what you expect.

[mailroom]  # Run inside ${answers.organisation.name}. Copy this file and the folder mailroom/ to that machine.
host = "127.0.0.1"
port = 8481
identityFile = "mailroom/mailroom.key"
wrapKeyFile = "mailroom/mailroom-wrap.key"
keyringFile = "mailroom/keyring.bin"    # Renewed by "candor keyring".
store = "sqlite:mailroom/mailroom.sqlite"
relayUrl = ${text(relayUrl)}
timeZone = ${text(timeZone)}
pullSeconds = 60
retentionDays = 180                     # Envelopes are deleted this many days after their release; at least 120.
keyWeeksAhead = 8
intakeKeepDays = 28
replyPacksPerDay = 2                    # 32 answers fit into each; the rest is filler. More than fits waits a day, with an alarm.
# A line a day to every desk, such as "3 to acknowledge, 0 to answer, 1 overdue, 2 new". Numbers only.
# dailyLineTo = "smtp://mail.example:25"    # Or smtps://HOST:PORT, or https://… for a webhook.
# dailyLineTime = "07:30"
# dailyLineLanguage = "de"                  # en, de or ar. Without it: the language of your bulletin.
# dailyLineFrom = "candor@hospital.example"
# dailyLineDesks = ["people=hr@hospital.example"]          # DESK=ADDRESS, as many as you like.
# dailyLineDeputies = ["people=deputy@hospital.example"]   # Told too when nobody has opened the inbox for 24 hours.
# dailyLineUser = "candor"                  # Where the mail server wants a password: over TLS only.
# dailyLinePasswordFile = "mailroom/mail.password"

[extension]  # What every browser is told by policy. See docs/settings.md.
relayUrl = ${text(relayUrl)}
mailroomUrl = ${text(mailroomUrl)}
rootKey = ${text(toBase64url(organisation.root.publicKey))}
relayKey = ${text(toBase64url(organisation.relay.publicKey))}
staffKey = ${text(toBase64url(organisation.staffKey))}  # Every user of a managed browser can read it in the policy page.
sendMinutes = ${sendMinutes}
profile = "shared"                      # shared, personal or wiped: what a browser profile may remember.
panel = "hidden"                        # First the crowd (hidden), then a pilot (practice), then everyone on one day (on).
`;
}
