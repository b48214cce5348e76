import { describe } from 'vitest';
import { keyRotationBattery } from '../contracts/key-rotation.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('rotation of the key on SQLite', () => keyRotationBattery(async () => tempDatabase().url));
