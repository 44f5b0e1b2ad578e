// One alarm, so that a test can see that a sleeping worker comes back; and one message that it answers.
const api = globalThis.browser ?? globalThis.chrome;

api.alarms.create('tick', { periodInMinutes: 0.5 });
api.alarms.onAlarm.addListener(() => {});

api.runtime.onMessage.addListener((message, _sender, sendResponse) => {
  if (message.kind !== 'post') return false;
  post(message.url, message.options, message.text).then(sendResponse);
  return true;
});

/** Sends `text` as bytes without a content type, and says what the extension may know about the answer. */
async function post(url, options, text) {
  try {
    const answer = await fetch(url, { ...options, method: 'POST', body: new TextEncoder().encode(text) });
    return { type: answer.type, status: answer.status, text: await answer.text() };
  } catch (error) {
    return { failed: String(error) };
  }
}
globalThis.post = post;
