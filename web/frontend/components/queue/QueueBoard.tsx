import { BlockStack, Card } from '@shopify/polaris';
import { useRef } from 'react';
import type { QueueAnswer } from '../../../contract/queue.ts';
import type { MeAnswer } from '../../../contract/today.ts';
import { BulkPanel } from './BulkPanel.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { QueueBulkBar } from './QueueBulkBar.tsx';
import { QueueDialogs } from './QueueDialogs.tsx';
import { QueueEmpty } from './QueueEmpty.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueTable } from './QueueTable.tsx';
import { QueueViews } from './QueueViews.tsx';
import { type QueueFilter, wholeQueue } from './queue-url.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useKeysSwitch } from './use-keys-switch.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { useQueueWork } from './use-queue-work.ts';
import { ViewTools } from './ViewTools.tsx';
import './queue.css';

interface Props {
  answer: QueueAnswer;
  me: MeAnswer;
  filter: QueueFilter;
  setFilter: (filter: QueueFilter) => void;
  isStale: boolean;
  isLoading: boolean;
}

/** The cases of one view, and what can be done with one of them or with many. */
export function QueueBoard({ answer, me, filter, setFilter, isStale, isLoading }: Props) {
  const { rows, staff, views, counts } = answer;
  const place = useRef<HTMLDivElement>(null);
  const work = useQueueWork(rows);
  const keys = useKeysSwitch();
  const { choice, bulk } = work;
  useKeptFocus(place, rows);
  useQueueKeys(place, keys.isOn, {
    choose: (id) => !filter.closed && choice.toggle(id),
    'choose-range': (id) => !filter.closed && choice.chooseTo(id),
    take: (id) => work.assign(work.meant(id), { id: me.userId, name: me.name }),
    release: (id) => work.ask('release', id),
    clear: choice.clear,
    help: keys.open,
  });
  return (
    <div ref={place}>
      <BlockStack gap="400">
        {bulk.run !== null && <BulkPanel run={bulk.run} bulk={bulk} />}
        <Card padding="0">
          <div className="queue-head">
            <QueueViews filter={filter} counts={counts} saved={views} onChoose={setFilter} />
            <ViewTools filter={filter} saved={views} onKeys={keys.open} />
          </div>
          <QueueFilters filter={filter} staff={staff} onChange={setFilter} isLoading={isLoading} />
          {choice.chosen.size > 0 && <QueueBulkBar work={work} mayCancel={me.may.cancel} />}
          {rows.length === 0 ? (
            <QueueEmpty filter={filter} onClear={() => setFilter(wholeQueue)} />
          ) : (
            <QueueTable
              rows={rows}
              isClosed={filter.closed}
              chosen={choice.chosen}
              onChoose={choice.choose}
              isStale={isStale}
            />
          )}
        </Card>
      </BlockStack>
      <QueueDialogs work={work} staff={staff} me={me.userId} />
      {keys.isShown && <KeysDialog isOn={keys.isOn} onSwitch={keys.setOn} onClose={keys.close} />}
    </div>
  );
}
