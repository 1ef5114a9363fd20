import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Link } from 'wouter';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';

interface Fact {
  readonly what: string;
  readonly how: string;
}

/** For the person in charge: what is protected against whom, what is not, and what to do when a laptop is lost. */
export function SafetyPage(): JSX.Element {
  const { t } = useLingui();
  const closed: readonly Fact[] = [
    {
      what: t`A laptop or a second copy in strange hands`,
      how: t`While the vault is locked, nothing on either can be read: it opens with its passphrase, the code on paper or a recovery key. Ctrl+Shift+L locks at once; ten minutes without a key do too.`,
    },
    {
      what: t`A search at a border, and being made to open the laptop`,
      how: t`Settings, Vault: “Seal for travel”. What was not sent goes on a stick for the supervisors, is read back, and then the keys on the laptop are destroyed: 0 records can be read on it, whatever its person says. Only people with recovery keys, who are elsewhere, open what stays.`,
    },
    {
      what: t`Whoever finds a stick`,
      how: t`A bundle opens for the server, the supervisors and the secretariat alone. A finder sees how large it is, and no name, place or price.`,
    },
    {
      what: t`Whoever changes work on its way`,
      how: t`Each laptop signs what it writes, entry after entry. What was changed, left out or added is refused, over the network and by stick.`,
    },
    {
      what: t`A colleague with bad intent`,
      how: t`Nobody writes in another’s name. Every change keeps who made it, when and why, and the earlier value stays. Sign-ins, exports and changes of registers are in a chained record that a command verifies.`,
    },
    {
      what: t`A power cut, a crash, a full disk`,
      how: t`What the status line calls saved is on the disk and comes back.`,
    },
    {
      what: t`Whoever stands between laptop and server`,
      how: t`The desktop app speaks with one server, by a certificate that the system of the laptop trusts. Only what the server has signed for is called safe.`,
    },
    {
      what: t`Text and photos with something hidden in them`,
      how: t`Text never runs in the app and opens as text in a spreadsheet. Photos are made anew; the place they were taken at stays in them only where the question asks for it and the respondent agreed. An original, where a round asks for it, keeps the camera’s picture and none of its other notes.`,
    },
  ];
  const open: readonly Fact[] = [
    {
      what: t`What lay on the laptop before its vault was made`,
      how: t`Deleted files can be found on a disk for some time. Switch on the disk encryption of the system, which covers that and the memory it writes to the disk.`,
    },
    {
      what: t`Being made to open a vault that was not sealed`,
      how: t`Whoever is forced to say the passphrase opens everything: seal before the border, not at it. In a browser the session at the server ends only with a network: ask the secretariat to bar the laptop.`,
    },
    {
      what: t`A bad program on the laptop, or someone at the open screen`,
      how: t`They see what you see. Lock the screen when you leave it, and install nothing beside.`,
    },
    {
      what: t`Who runs the server or has its back-up`,
      how: t`They can read everything that was sent, and your laptop cannot tell what they would change or invent from the work of others. Keep both as you keep the data.`,
    },
    {
      what: t`Exported files`,
      how: t`They are plain, so that others can work with them. The names and phones of respondents are in them only by their consent and by your choice.`,
    },
  ];
  const steps: readonly Fact[] = [
    {
      what: t`1. Bar the laptop at once`,
      how: t`Settings, People and laptops: “Lost: bar it”. Its person is signed out everywhere. Without a supervisor at hand the secretariat does it on the server.`,
    },
    {
      what: t`2. See what is safe`,
      how: t`What the server has signed for is there. What comes from the laptop after it was barred is kept apart: let the secretariat look at it.`,
    },
    {
      what: t`3. Open the second copy on another laptop`,
      how: t`What was not sent yet comes from there. Give the person a new code.`,
    },
    {
      what: t`4. Think of the people on it`,
      how: t`Which respondents and buyers were on the laptop with name and phone? Tell the secretariat, and warn those who could be harmed.`,
    },
  ];
  return (
    <Page title={t`Protection of the work`}>
      <Facts title={t`When a laptop is lost`} facts={steps} />
      <p>
        <Link href="/settings">{t`Settings`}</Link>
      </p>
      <Facts title={t`Protected against`} facts={closed} />
      <Facts title={t`Not protected against`} facts={open} />
    </Page>
  );
}

function Facts({
  title,
  facts,
}: {
  readonly title: string;
  readonly facts: readonly Fact[];
}): JSX.Element {
  return (
    <Card title={title}>
      <RowList>
        {facts.map(({ what, how }) => (
          <Row key={what} title={what} note={how} />
        ))}
      </RowList>
    </Card>
  );
}
