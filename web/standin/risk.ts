import { fulfillmentStatus } from './orders.ts';
import { riskBody } from './rest/other-bodies.ts';
import type { Order, RiskAssessment } from './state.ts';
import type { Store } from './store.ts';
import { done, type Outcome, refuse } from './user-error.ts';

export interface RiskRequest {
  readonly orderId: string;
  readonly riskLevel: RiskAssessment['level'];
  readonly facts: readonly { description: string; sentiment: string }[];
}

const mostFacts = 20;
const longestFact = 256;

/** An app's assessment: one for each app, a new one takes the place of the old. */
export function assessByApp(store: Store, request: RiskRequest): Outcome<RiskAssessment> {
  const field = ['orderRiskAssessmentInput', 'orderId'];
  const order = store.state.orders.get(request.orderId);
  if (!order) return refuse(field, 'Order does not exist.', 'NOT_FOUND');
  if (request.facts.length > mostFacts) {
    return refuse(
      ['orderRiskAssessmentInput', 'facts'],
      `Too many facts. Maximum number of facts is ${mostFacts}.`,
      'TOO_MANY_FACTS',
    );
  }
  if (fulfillmentStatus(order) === 'FULFILLED') {
    return refuse(field, 'Order has already been fulfilled.', 'ORDER_ALREADY_FULFILLED');
  }
  const assessment: RiskAssessment = {
    appId: store.app.gid,
    level: request.riskLevel,
    facts: request.facts.map(({ description, sentiment }) => ({
      description: description.slice(0, longestFact),
      sentiment,
    })),
  };
  keep(store, order, assessment);
  return done(assessment);
}

/** Shopify's own assessment, which comes with the order or some time after it. */
export function assessByShopify(
  store: Store,
  order: Order,
  level: RiskAssessment['level'],
  facts: RiskAssessment['facts'] = [],
): void {
  keep(store, order, { appId: null, level, facts });
}

function keep(store: Store, order: Order, assessment: RiskAssessment): void {
  const at = order.assessments.findIndex((each) => each.appId === assessment.appId);
  order.assessments.splice(at < 0 ? order.assessments.length : at, at < 0 ? 0 : 1, assessment);
  const app = assessment.appId === null ? null : store.app;
  store.emit('orders/risk_assessment_changed', riskBody(store, order, assessment, app));
}

const rank: Readonly<Record<RiskAssessment['level'], number>> = {
  PENDING: -1,
  NONE: 0,
  LOW: 1,
  MEDIUM: 2,
  HIGH: 3,
};

export function recommendation(order: Order): string {
  const worst = Math.max(-1, ...order.assessments.map((each) => rank[each.level]));
  if (worst >= 3) return 'CANCEL';
  if (worst === 2) return 'INVESTIGATE';
  return worst >= 1 ? 'ACCEPT' : 'NONE';
}
