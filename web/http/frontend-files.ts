import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The built frontend, held in memory: a deploy that replaces the folder does not mix two builds. */
export interface FrontendFiles {
  /** index.html with its placeholders unfilled. */
  readonly html: string;
  readonly assets: ReadonlyMap<string, FrontendAsset>;
}

export type Encoding = 'br' | 'gzip' | 'identity';

export interface FrontendAsset {
  readonly contentType: string;
  /** Compressed when first asked for, then kept. */
  encoded(encoding: Encoding): Promise<Buffer>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** null where the frontend has not been built. `folder` holds index.html and assets/. */
export function readFrontendFiles(folder: string): FrontendFiles | null {
  const page = path.join(folder, 'index.html');
  if (!existsSync(page)) return null;
  const assets = new Map<string, FrontendAsset>();
  const assetFolder = path.join(folder, 'assets');
  for (const name of existsSync(assetFolder) ? readdirSync(assetFolder) : []) {
    const contentType = contentTypes[path.extname(name)];
    if (contentType === undefined) continue;
    assets.set(name, createAsset(contentType, readFileSync(path.join(assetFolder, name))));
  }
  return { html: readFileSync(page, 'utf8'), assets };
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const compress: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => compressGzip(bytes, { level: 9 }),
  identity: (bytes) => Promise.resolve(bytes),
};

function createAsset(contentType: string, bytes: Buffer): FrontendAsset {
  const encodings = new Map<Encoding, Promise<Buffer>>();
  return {
    contentType,
    encoded(encoding) {
      const ready = encodings.get(encoding) ?? compress[encoding](bytes);
      encodings.set(encoding, ready);
      return ready;
    },
  };
}
