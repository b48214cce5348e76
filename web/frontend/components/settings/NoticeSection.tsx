import { Divider } from '@shopify/polaris';
import { Fragment } from 'react';
import { noticeKinds } from '../../../contract/notices.ts';
import type { StatusAnswer } from '../../../contract/today.ts';
import { NoticeFields } from './NoticeFields.tsx';
import { NoticePlaces } from './NoticePlaces.tsx';
import { Section } from './Section.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

interface Props {
  form: SettingsDraft;
  status: StatusAnswer | undefined;
}

/** お知らせ文: what buyers are told of cards and of fraud, and where the theme shows it. */
export function NoticeSection({ form, status }: Props) {
  return (
    <Section name="notice">
      {noticeKinds.map((kind) => (
        <Fragment key={kind}>
          <NoticeFields kind={kind} form={form} state={status?.deployment[kind]} />
          <Divider />
        </Fragment>
      ))}
      {status !== undefined && <NoticePlaces shop={status.shop} />}
    </Section>
  );
}
