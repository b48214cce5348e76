import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface ReceivedAlert {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a shop's own server or Slack is: a real HTTP server on loopback. */
export interface AlertReceiver {
  readonly url: string;
  readonly received: ReceivedAlert[];
  /** The next answers, one each; then 200. `hang`: none at all. */
  answer(...answers: ({ status: number; headers?: Record<string, string> } | 'hang')[]): void;
  stop(): Promise<void>;
}

export async function startAlertReceiver(): Promise<AlertReceiver> {
  const received: ReceivedAlert[] = [];
  const answers: ({ status: number; headers?: Record<string, string> } | 'hang')[] = [];
  const server = createServer((req, res) => {
    const pieces: Buffer[] = [];
    req.on('data', (piece: Buffer) => pieces.push(piece));
    req.on('end', () => {
      received.push({
        path: req.url ?? '',
        headers: req.headers,
        body: Buffer.concat(pieces).toString('utf8'),
      });
      const next = answers.shift() ?? { status: 200 };
      if (next !== 'hang') res.writeHead(next.status, next.headers).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    answer: (...next) => void answers.push(...next),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
