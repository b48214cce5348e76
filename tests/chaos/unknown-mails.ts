import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Measurement } from '../bench/figure.ts';
import { killWhileMailing } from './mail-kills.ts';

/** Mails of unknown fate after kills in the middle of sessions; none may arrive twice or be lost. */
export const unknownMails: Measurement = {
  names: ['unknown_mails'],
  async measure(report) {
    const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-chaos-'));
    try {
      const url = `sqlite:${path.join(folder, 'mails.sqlite3')}`;
      const run = await killWhileMailing(url, { mails: 120, kills: 16 });
      if (run.twice + run.lost > 0) {
        throw new Error(`${run.twice} mails arrived twice, ${run.lost} were lost`);
      }
      const note = `shown as of unknown fate and never sent again by itself; ${run.mails} mails, ${run.kills} SIGKILLs in the middle of an SMTP session, SQLite; none arrived twice, none lost`;
      report.figure('unknown_mails', { value: run.unknown, unit: 'mails', note });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
