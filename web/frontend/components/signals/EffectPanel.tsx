import { BlockStack, Button, Card, Spinner, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { PreviewAnswer } from '../../../contract/signals.ts';
import { problemKey } from '../../wording/problem-key.ts';
import { useFormat } from '../../wording/use-format.ts';
import { Fold } from '../Fold.tsx';
import { ChangedOrders } from './ChangedOrders.tsx';
import { changesNothing, figuresOf } from './effect.ts';
import type { Effect } from './use-effect-preview.ts';
import { useSignalWords } from './use-signal-words.ts';

/** 「直近500件で見ると：危険 12→15、要確認 40→38」, before anything is saved. */
export function EffectPanel({ effect }: { effect: Effect }) {
  const { t } = useTranslation();
  return (
    <aside className={`effect effect-${effect.kind}`} aria-labelledby="effect-title">
      <Card padding="300">
        <BlockStack gap="200">
          <h2 id="effect-title" className="effect-title">
            {t('signals.effectTitle')}
          </h2>
          <div role="status" aria-busy={effect.kind === 'working'}>
            <EffectSummary effect={effect} />
          </div>
          {effect.kind === 'ready' && <ChangedFold answer={effect.answer} />}
        </BlockStack>
      </Card>
    </aside>
  );
}

function EffectSummary({ effect }: { effect: Effect }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (effect.kind === 'idle') {
    return (
      <Text as="p" tone="subdued">
        {t('signals.effectIdle')}
      </Text>
    );
  }
  if (effect.kind === 'invalid') return <Text as="p">{t('signals.effectInvalid')}</Text>;
  if (effect.kind === 'working') {
    return (
      <div className="effect-working-line">
        <Spinner size="small" />
        <Text as="span">{t('signals.effectWorking')}</Text>
      </div>
    );
  }
  if (effect.kind === 'failed') {
    const sentences = [t('signals.effectFailed'), t(problemKey(effect.error))];
    return (
      <BlockStack gap="200" inlineAlign="start">
        <Text as="p">{format.sentences(sentences)}</Text>
        <Button onClick={effect.again}>{t('signals.effectAgain')}</Button>
      </BlockStack>
    );
  }
  return <EffectFigures answer={effect.answer} />;
}

function EffectFigures({ answer }: { answer: PreviewAnswer }) {
  const { t } = useTranslation();
  const words = useSignalWords();
  const n = words.number(answer.orders);
  if (answer.orders === 0) return <Text as="p">{t('signals.effectEmpty')}</Text>;
  if (changesNothing(answer)) return <Text as="p">{t('signals.effectNone', { n })}</Text>;
  const figures = figuresOf(answer).map(({ what, from, to }) =>
    t('signals.effectFigure', {
      what: t(what === 'held' ? 'signals.effectHeld' : `level.${what}`),
      from: words.number(from),
      to: words.number(to),
    }),
  );
  return (
    <BlockStack gap="050">
      <Text as="p">{t('signals.effectLine', { n })}</Text>
      <Text as="p" fontWeight="semibold">
        {figures.map((figure, index) => (
          // A figure torn apart at a line's end is read wrongly.
          <span key={figure} className="effect-figure">
            {index > 0 && t('common.separator')}
            {figure}
          </span>
        ))}
      </Text>
    </BlockStack>
  );
}

/** The list may be long: on a telephone the panel lies over the page. */
function ChangedFold({ answer }: { answer: PreviewAnswer }) {
  const { t } = useTranslation();
  const n = answer.changed.length;
  if (n === 0) return null;
  const summary = t(n < 20 ? 'signals.effectOrders' : 'signals.effectOrdersMany', { n });
  return (
    <Fold summary={summary}>
      <ChangedOrders orders={answer.changed} />
    </Fold>
  );
}
