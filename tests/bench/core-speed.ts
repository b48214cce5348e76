import type { Measurement } from './figure.ts';
import { measureRiskCore } from './risk-core.ts';

/** Orders judged a second on one core, history given, all signals. */
export const coreSpeed: Measurement = {
  names: ['core_orders_per_s'],
  async measure(report) {
    const { ordersPerSecond, orders, ordersPerSecondAllSignals } = await measureRiskCore();
    const all = Math.round(ordersPerSecondAllSignals);
    const note = `${orders} orders with history, the first 23 signals, one core; with every signal ${all}/s`;
    report.figure('core_orders_per_s', { value: ordersPerSecond, unit: 'orders/s', note });
  },
};
