import { writeFile } from 'node:fs/promises';
import { signals } from '../web/risk/signals/index.ts';
import { signalsDocument } from './signals-doc.ts';

// Writes the pages under docs/ that are made from the code; a test fails while they differ.
await writeFile(new URL('../docs/signals.md', import.meta.url), signalsDocument(signals));
console.log(`docs/signals.md: ${signals.length} signals`);
