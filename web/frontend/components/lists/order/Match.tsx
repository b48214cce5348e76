import { BlockStack, Icon, Link, Text } from '@shopify/polaris';
import { AlertCircleIcon, CheckCircleIcon, InfoIcon, PersonIcon } from '@shopify/polaris-icons';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListMatchDto } from '../../../../contract/lists.ts';
import { whoOf } from '../who.ts';
import { Comparison } from './Comparison.tsx';
import { useAddedSentence } from './use-added-sentence.ts';

/** One entry beside the order: as what, why, since when, and field by field. */
export function Match({ match }: { match: ListMatchDto }) {
  const { t } = useTranslation();
  const added = useAddedSentence();
  const { entry, comparisons } = match;
  const id = useId();
  const search = new URLSearchParams({ kind: entry.kind, q: whoOf(entry.identity) });
  const reason = t(`lists.reason.${entry.reason}`);
  return (
    <section className={`match match-${calmOf(match)}`} aria-labelledby={id}>
      <BlockStack gap="200">
        <div className="match-head">
          <span className="inline-icon">
            <Icon {...iconOf(match)} />
          </span>
          <h3 id={id} className="match-title">
            {t('lists.match.heading', {
              match: t(`listMatch.${match.match}`),
              kind: t(`listKind.${entry.kind}`),
            })}
          </h3>
        </div>
        <Words match={match} />
        <Text as="p">
          {[t('common.of', { label: t('lists.column.reason'), value: reason }), entry.note]
            .filter(Boolean)
            .join(t('common.dot'))}
        </Text>
        <Text as="p" tone="subdued">
          {added(entry)}
        </Text>
        <Comparison comparisons={comparisons} />
        <Text as="p">
          <Link url={`/lists?${search}`}>{t('lists.match.inList')}</Link>
        </Text>
      </BlockStack>
    </section>
  );
}

/** What the entry means for this order. A victim and a trusted buyer are spoken of in their own words. */
function Words({ match }: { match: ListMatchDto }) {
  const { t } = useTranslation();
  const { kind } = match.entry;
  if (kind === 'allowed' || kind === 'protected') {
    return (
      <div className="match-words">
        <Text as="p" fontWeight="semibold">
          {t(`lists.match.${kind}Title`)}
        </Text>
        <Text as="p">{t(`lists.match.${kind}Body`)}</Text>
      </div>
    );
  }
  return <Text as="p">{t(`lists.match.${match.match}Help`)}</Text>;
}

const calmOf = ({ entry, match }: ListMatchDto): 'calm' | 'alert' | 'remark' =>
  entry.kind === 'allowed' || entry.kind === 'protected'
    ? 'calm'
    : match === 'shown'
      ? 'remark'
      : 'alert';

function iconOf({ entry, match }: ListMatchDto) {
  if (entry.kind === 'allowed') return { source: CheckCircleIcon, tone: 'success' as const };
  if (entry.kind === 'protected') return { source: PersonIcon, tone: 'info' as const };
  if (match === 'shown') return { source: InfoIcon, tone: 'subdued' as const };
  return { source: AlertCircleIcon, tone: 'caution' as const };
}
