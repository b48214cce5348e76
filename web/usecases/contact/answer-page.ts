import { type AnswerView, type LinkAnswer, linkAnswers } from '../../contract/answer-page.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Deps } from '../deps.ts';
import { stateOf } from '../judging/order-state.ts';
import type { ContactAnswer, OrderRecord, Tables } from '../ports/storage-port.ts';
import { type AnswerLink, readAnswerLink } from './answer-link.ts';
import { noteContact } from './note-contact.ts';

const gone: AnswerView = { kind: 'gone' };

/** What the page of a link shows. Reading it changes nothing: mail scanners open every link. */
export async function answerPage(deps: Deps, token: string): Promise<AnswerView> {
  const link = await readAnswerLink(deps.storage.read, token, deps.now());
  return link === null ? gone : viewOf(deps.storage.read, link);
}

/** The first answer stands; a second one, of whoever has the mail, changes nothing and is shown it. */
export async function answerByLink(
  deps: Deps,
  token: string,
  answer: LinkAnswer,
): Promise<AnswerView> {
  const link = await readAnswerLink(deps.storage.read, token, deps.now());
  if (link === null) return gone;
  const view = await deps.storage.write(async (tx) => {
    const order = await tx.orders.lock(link.shop, link.orderId);
    if (order === null || (await viewOf(tx, link)).kind !== 'question') return viewOf(tx, link);
    const said = { kind: 'answered', answer, via: 'link', by: null } as const;
    await noteContact(tx, deps, order, said, deps.now());
    return viewOf(tx, link);
  });
  deps.wake(link.shop);
  return view;
}

async function viewOf(tables: Tables, link: AnswerLink): Promise<AnswerView> {
  const { shop, orderId, language } = link;
  const [order, owner] = [await tables.orders.load(shop, orderId), await tables.shops.find(shop)];
  // Whoever took the app off no longer asks by it.
  if (order === null || owner === null || owner.state === 'uninstalled') return gone;
  const said = (await tables.contacts.load(shop, orderId))?.answer ?? null;
  const settings = await tables.shops.settings(shop);
  return {
    kind: kindOf(order, said),
    language,
    order: order.snapshot.name,
    goods: (order.facts.items ?? []).map(({ title, quantity }) => ({ title, quantity })),
    shop: contactOf(settings, owner.info?.name ?? ''),
    answer: linkAnswers.find((one) => said?.via === 'link' && one === said.answer) ?? null,
  };
}

/** The first that fits. What staff heard from the buyer is not for whoever opens the link. */
function kindOf(order: OrderRecord, said: ContactAnswer | null) {
  switch (stateOf(order)) {
    case 'cancelled':
    case 'cancelling':
      return 'cancelled';
    case 'shipped':
      return 'shipped';
    case 'approved':
    case 'released':
    case 'closed':
      return said?.via === 'link' ? 'answered' : 'confirmed';
    default:
      if (said === null) return 'question';
      return said.via === 'link' ? 'answered' : 'confirmed';
  }
}

function contactOf({ contact, mail }: Settings, name: string) {
  const { shop, phone, hours, closed } = contact.signature;
  return { name: shop || name, phone, hours, closed, mail: mail.replyTo || mail.from };
}
