import { once } from 'node:events';
import { Agent, get as httpGet, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { serve } from '../../web/http/serve.ts';
import { startApp } from './support/start-app.ts';

const host = '127.0.0.1';

describe('a graceful stop', () => {
  it('lets a request under way end, takes no new one, and resolves', async () => {
    const { server, origin, call, useCases } = await startApp();
    let release = () => {};
    useCases.gate = new Promise((resolve) => {
      release = resolve;
    });
    const underWay = call('GET', '/api/me');
    while (useCases.callers.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const stopped = server.stop();
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
    release();
    expect((await underWay).status).toBe(200);
    await stopped;
    await server.stop();
  });

  it('closes a kept-alive connection after its last answer', async () => {
    const pending: ServerResponse[] = [];
    const server = await serve((_req, res) => void pending.push(res), { port: 0, host });
    const agent = new Agent({ keepAlive: true });
    const answered = once(httpGet({ host, port: server.port, agent }), 'response');
    while (pending.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const stopped = server.stop();
    pending[0]?.end('done');
    const [answer] = await answered;
    answer.resume();
    // Nobody closes the agent's connection but the server; it would stay for 65 s.
    await stopped;
    expect(answer.statusCode).toBe(200);
    agent.destroy();
  });

  it('breaks off what hangs longer than it may', async () => {
    const server = await serve(() => {}, { port: 0, host, drainMs: 20 });
    const hanging = fetch(`http://${host}:${server.port}/`);
    const failed = expect(hanging).rejects.toThrow();
    const socket = connect(server.port, host);
    socket.on('error', () => {});
    await once(socket, 'connect');
    await server.stop();
    await failed;
    socket.destroy();
  });

  it('breaks off a body that comes too slowly, but not a file', async () => {
    const server = await serve((req) => req.resume(), { port: 0, host, bodyMs: 30 });
    const send = async (path: string) => {
      const socket = connect(server.port, host);
      socket.on('error', () => {});
      socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nslow`);
      return socket;
    };
    const file = await send('/api/lists/imports?name=a.csv');
    const other = await send('/api/orders/1/hold');
    await once(other, 'close');
    expect(file.destroyed).toBe(false);
    file.destroy();
    await server.stop();
  });

  it('says when the port is taken', async () => {
    const { server } = await startApp();
    const second = serve(() => {}, { port: server.port, host });
    await expect(second).rejects.toThrow('EADDRINUSE');
  });
});
