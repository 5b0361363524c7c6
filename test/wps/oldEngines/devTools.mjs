const TRIES = 150;
const WAIT_MS = 200;

/** Polls until something holds; says what was waited for where it never does. */
export async function untilTrue(what, check) {
  for (let tried = 0; tried < TRIES; tried++) {
    const result = await check();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  throw new Error(`Waited in vain for: ${what}`);
}

/**
 * The first page of a browser started with `--remote-debugging-pipe`: commands go to its fourth
 * stream, answers come from its fifth, parted by zero bytes.
 */
export async function connect({ stdio: [, , , commands, answers] }, onError) {
  const browser = createChannel((message) => commands.write(`${message}\0`));
  let received = '';
  answers.setEncoding('utf8');
  answers.on('data', (part) => {
    const messages = (received + part).split('\0');
    received = messages.pop() ?? '';
    messages.forEach(browser.receive);
  });
  const target = await untilTrue('a page', async () => {
    const { targetInfos } = await browser.send('Target.getTargets');
    return targetInfos.find(({ type }) => type === 'page');
  });
  const { targetId } = target;
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId });
  const page = createChannel((message) => {
    void browser.send('Target.sendMessageToTarget', { sessionId, message });
  });
  browser.on('Target.receivedMessageFromTarget', ({ message }) => page.receive(message));
  page.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error')
      onError(args.map(({ description, value }) => description ?? value).join(' '));
  });
  page.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) =>
    onError(exception?.description ?? text),
  );
  await page.send('Runtime.enable');
  await page.send('Page.enable');
  return {
    send: page.send,
    /** The value of an expression in the page. */
    async run(expression) {
      const answer = await page.send('Runtime.evaluate', { expression, returnByValue: true });
      if (answer.exceptionDetails) {
        throw new Error(answer.exceptionDetails.exception?.description ?? expression);
      }
      return answer.result.value;
    },
  };
}

function createChannel(write) {
  const waiting = new Map();
  const listeners = new Map();
  let lastId = 0;
  return {
    async send(method, params = {}) {
      const id = ++lastId;
      write(JSON.stringify({ id, method, params }));
      const { result, error } = await new Promise((resolve) => waiting.set(id, resolve));
      if (error) throw new Error(`${method}: ${error.message}`);
      return result;
    },
    on: (method, listener) => listeners.set(method, listener),
    receive(text) {
      const message = JSON.parse(text);
      if (message.id === undefined) listeners.get(message.method)?.(message.params);
      else waiting.get(message.id)?.(message);
    },
  };
}
