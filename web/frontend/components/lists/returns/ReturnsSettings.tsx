import { BlockStack, Button, Card, InlineGrid, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { returnFields } from '../../../../contract/list-kinds.ts';
import type { ReturnsAnswer } from '../../../../contract/returns.ts';
import type { ReturnsReading } from '../../../queries/use-returns.ts';
import { ColumnsTable } from '../ColumnsTable.tsx';
import { EncodingField } from '../EncodingField.tsx';

interface Props {
  reading: ReturnsReading;
  answer: ReturnsAnswer;
  isBusy: boolean;
  onRead: (reading: ReturnsReading) => void;
}

const outcomes = ['unclaimed', 'refused'] as const;

/** How the report is read: encoding, columns, and what a line without a reason means. */
export function ReturnsSettings({ reading, answer, isBusy, onRead }: Props) {
  const { t } = useTranslation();
  const [encoding, setEncoding] = useState(answer.encoding);
  const [mapping, setMapping] = useState(answer.columns.map(({ field }) => field));
  const [outcome, setOutcome] = useState(reading.outcome);
  const isMapped = answer.columns.some(({ field }, n) => field !== mapping[n]);
  const isRecoded = encoding !== answer.encoding;
  const isChanged = isMapped || isRecoded || outcome !== reading.outcome;
  // Another encoding gives other headings, which are guessed anew.
  const next = { ...reading, encoding, outcome, mapping: isRecoded ? null : mapping };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('lists.importer.settingsTitle')}
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          <EncodingField value={encoding} onChange={setEncoding} />
          <Select
            label={t('lists.returnsPage.outcome')}
            options={outcomes.map((value) => ({ value, label: t(`lists.return.${value}`) }))}
            value={outcome}
            onChange={(chosen) => {
              const known = outcomes.find((value) => value === chosen);
              if (known !== undefined) setOutcome(known);
            }}
          />
        </InlineGrid>
        <ColumnsTable
          columns={answer.columns}
          mapping={mapping}
          fields={returnFields}
          group="lists.returnsPage.field"
          onChange={setMapping}
        />
        <div>
          <Button disabled={!isChanged} loading={isBusy} onClick={() => onRead(next)}>
            {t('lists.returnsPage.reread')}
          </Button>
        </div>
      </BlockStack>
    </Card>
  );
}
