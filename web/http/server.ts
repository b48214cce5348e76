import express, { type Express } from 'express';
import type { HealthDeps, HttpDeps } from './deps.ts';
import { allowExtensions } from './middleware/allow-extensions.ts';
import { presentError, refuse } from './middleware/present-error.ts';
import { refuseNulInJson, refuseNulInUrl } from './middleware/refuse-nul.ts';
import { requestContext } from './middleware/request-context.ts';
import { requireStaff } from './middleware/require-staff.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { addAbout } from './routes/about.ts';
import { addAlerts } from './routes/alerts.ts';
import { addAnswer } from './routes/answer.ts';
import { addAppPage } from './routes/app-page.ts';
import { addAssets } from './routes/assets.ts';
import { addAudit } from './routes/audit.ts';
import { addAutomation } from './routes/automation.ts';
import { addBulk } from './routes/bulk.ts';
import { addCheckoutTry } from './routes/checkout-try.ts';
import { addContact } from './routes/contact.ts';
import { addHealth } from './routes/health.ts';
import { addListImports, addListUploads } from './routes/list-imports.ts';
import { addLists } from './routes/lists.ts';
import { addMails } from './routes/mails.ts';
import { addOrderActions } from './routes/order-actions.ts';
import { addOrders } from './routes/orders.ts';
import { addOverview } from './routes/overview.ts';
import { addPrivacy } from './routes/privacy.ts';
import { addQueue } from './routes/queue.ts';
import { addReturns } from './routes/returns.ts';
import { addSettings, longestSettings } from './routes/settings.ts';
import { addSignals } from './routes/signals.ts';
import { addWebhooks } from './routes/webhooks.ts';

/** The whole of HTTP, not yet listening. The order of the lines is the order of the checks. */
export function createServer(deps: HttpDeps): Express {
  const app = createBareServer(deps);
  addWebhooks(app, deps);
  addHealth(app, deps);
  addAssets(app, deps);
  addAppPage(app, deps);
  addAnswer(app, deps);
  // A body without a content type must not pass for an empty one: cancel would take its defaults.
  const json = (limit: number) =>
    express.json({ limit, type: () => true, inflate: false, verify: refuseNulInJson });
  app.use('/api', allowExtensions, requireStaff(deps), refuseNulInUrl);
  addReturns(app, deps);
  addListUploads(app, deps);
  // Whoever reads a body first decides how long it may be.
  app.use(['/api/settings', '/api/checkout'], json(longestSettings));
  app.use('/api', json(100_000));
  addOrders(app, deps);
  addOrderActions(app, deps);
  addContact(app, deps);
  addBulk(app, deps);
  addAlerts(app, deps);
  addQueue(app, deps);
  addListImports(app, deps);
  addLists(app, deps);
  addSettings(app, deps);
  addMails(app, deps);
  addSignals(app, deps);
  addAudit(app, deps);
  addPrivacy(app, deps);
  addOverview(app, deps);
  addCheckoutTry(app, deps);
  addAutomation(app, deps);
  addAbout(app, deps);
  return finish(app);
}

/** What a process that only works (ROLE=worker) answers: alive, ready, how it goes. */
export function createHealthServer(deps: HealthDeps): Express {
  const app = createBareServer(deps);
  addHealth(app, deps);
  return finish(app);
}

function createBareServer(deps: HealthDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', deps.trustProxy);
  app.use(requestContext(deps), securityHeaders(deps));
  return app;
}

function finish(app: Express): Express {
  app.use((req, res) => refuse(req, res, 'not_found'));
  app.use(presentError());
  return app;
}
