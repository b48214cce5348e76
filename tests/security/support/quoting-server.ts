import { createServer } from 'node:net';

/** A mail server that repeats in its refusal whatever it was told, as many do; also a password. */
export async function startQuotingMailServer(): Promise<{
  readonly port: number;
  readonly refused: () => number;
  stop(): Promise<void>;
}> {
  let refused = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 mail.example.jp ESMTP\r\n');
    socket.on('data', (piece) => {
      for (const line of piece.toString('utf8').split('\r\n').filter(Boolean)) {
        if (/^(EHLO|HELO)/i.test(line)) socket.write('250-mail.example.jp\r\n250 AUTH PLAIN\r\n');
        else if (/^AUTH/i.test(line)) socket.write('235 ok\r\n');
        else if (/^MAIL/i.test(line)) socket.write('250 ok\r\n');
        else {
          refused += 1;
          socket.write(`451 4.7.1 later: "${line}" for ${line.replace(/^.*<|>.*$/g, '')}\r\n`);
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    refused: () => refused,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
