import type { Express, Request } from 'express';
import type { HttpDeps } from '../deps.ts';
import type { Encoding } from '../frontend-files.ts';
import { refuse } from '../middleware/present-error.ts';

/** Names carry a hash of the content, so a browser never has to ask again. */
export function addAssets(app: Express, { frontend }: HttpDeps): void {
  app.get('/assets/:name', async (req, res) => {
    const asset = frontend?.assets.get(req.params.name);
    if (asset === undefined) return refuse(req, res, 'not_found');
    const encoding = chooseEncoding(req);
    if (encoding !== 'identity') res.set('Content-Encoding', encoding);
    res.set({
      'Content-Type': asset.contentType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    });
    res.end(await asset.encoded(encoding));
  });
}

/** Asked one by one: among equals Express would take the browser's order, which begins with gzip. */
function chooseEncoding(req: Request): Encoding {
  if (req.acceptsEncodings('br')) return 'br';
  return req.acceptsEncodings('gzip') ? 'gzip' : 'identity';
}
